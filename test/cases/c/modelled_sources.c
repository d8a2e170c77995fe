// Models untagged buffers that known library calls fill with secrets.
// CATEGORY: sources
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

int RAND_priv_bytes(unsigned char *buf, int num);
int EVP_read_pw_string(char *buf, int length, const char *prompt, int verify);
int PKCS5_PBKDF2_HMAC_SHA1(const char *pass, int passlen, const unsigned char *salt, int saltlen, int iter, int keylen,
                           unsigned char *out);
void crypto_secretbox_keygen(unsigned char k[32]);
int crypto_box_keypair(unsigned char *pk, unsigned char *sk);
int crypto_scalarmult(unsigned char *q, const unsigned char *n, const unsigned char *p);
char *readpassphrase(const char *prompt, char *buf, size_t bufsiz, int flags);
void sodium_memzero(void *const pnt, const size_t len);
void OPENSSL_cleanse(void *ptr, size_t len);
int publish(const uint8_t *p, size_t n);

int prompt_forgets(void)
{
    char pw[128]; // EXPECT: secret-missing-zeroization

    if (readpassphrase("Password: ", pw, sizeof pw, 0) == NULL)
        return -1;
    return publish((const uint8_t *)pw, 1);
}

int prompt_wipes(void)
{
    char pw[128];
    int rc;

    if (readpassphrase("Password: ", pw, sizeof pw, 0) == NULL)
        return -1;
    rc = publish((const uint8_t *)pw, 1);
    explicit_bzero(pw, sizeof pw);
    return rc;
}

int priv_forgets(void)
{
    unsigned char k[32]; // EXPECT: secret-missing-zeroization

    if (RAND_priv_bytes(k, sizeof k) != 1)
        return -1;
    return publish(k, sizeof k);
}

int priv_wipes(void)
{
    unsigned char k[32];
    int rc;

    if (RAND_priv_bytes(k, sizeof k) != 1)
        return -1;
    rc = publish(k, sizeof k);
    OPENSSL_cleanse(k, sizeof k);
    return rc;
}

int pbkdf_forgets([[secret]] const char *pw, const uint8_t *salt)
{
    unsigned char k[32]; // EXPECT: secret-missing-zeroization

    PKCS5_PBKDF2_HMAC_SHA1(pw, -1, salt, 16, 1000, sizeof k, k);
    return publish(k, sizeof k);
}

int keygen_memset(void)
{
    unsigned char k[32];
    int rc;

    crypto_secretbox_keygen(k);
    rc = publish(k, sizeof k);
    memset(k, 0, sizeof k); // EXPECT: secret-elidable-zeroization
    return rc;
}

int keypair_halves(void)
{
    unsigned char pk[32], sk[32];
    int rc;

    crypto_box_keypair(pk, sk);
    rc = publish(pk, sizeof pk);
    sodium_memzero(sk, sizeof sk);
    return rc;
}

int keypair_forgets(void)
{
    unsigned char pk[32];
    unsigned char sk[32]; // EXPECT: secret-missing-zeroization

    crypto_box_keypair(pk, sk);
    return publish(pk, sizeof pk);
}

int shared_forgets([[secret]] const unsigned char *n, const unsigned char *p)
{
    unsigned char q[32]; // EXPECT: secret-missing-zeroization

    if (crypto_scalarmult(q, n, p) != 0)
        return -1;
    return publish(q, sizeof q);
}
