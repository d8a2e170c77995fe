// Models hashes, MACs and ciphers of known libraries over secret input.
// CATEGORY: declassified
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

unsigned char *SHA256(const unsigned char *d, size_t n, unsigned char *md);
int crypto_generichash(unsigned char *out, size_t outlen, const unsigned char *in, unsigned long long inlen,
                       const unsigned char *key, size_t keylen);
int crypto_secretbox_easy(unsigned char *c, const unsigned char *m, unsigned long long mlen, const unsigned char *n,
                          const unsigned char *k);
int crypto_sign_detached(unsigned char *sig, unsigned long long *siglen, const unsigned char *m,
                         unsigned long long mlen, const unsigned char *sk);
int net_put(const uint8_t *p, size_t n);

int put_digest([[secret]] const uint8_t *key, size_t n)
{
    unsigned char md[32];

    SHA256(key, n, md);
    return net_put(md, sizeof md);
}

int put_keyed_hash([[secret]] const uint8_t *key, const uint8_t *msg, size_t n)
{
    unsigned char md[32];

    crypto_generichash(md, sizeof md, msg, n, key, 32);
    return net_put(md, sizeof md);
}

int put_box([[secret]] const uint8_t *key, const uint8_t *nonce, [[secret]] const uint8_t *msg)
{
    unsigned char ct[64 + 16];

    crypto_secretbox_easy(ct, msg, 64, nonce, key);
    return net_put(ct, sizeof ct);
}

int put_signature([[secret]] const uint8_t *sk, const uint8_t *msg, size_t n)
{
    unsigned char sig[64];

    crypto_sign_detached(sig, NULL, msg, n, sk);
    return net_put(sig, sizeof sig);
}

int put_copy([[secret]] const uint8_t *key)
{
    unsigned char c[32]; // EXPECT: secret-missing-zeroization

    memcpy(c, key, sizeof c);
    return net_put(c, sizeof c);
}

int put_digest_of_copy([[secret]] const uint8_t *key)
{
    unsigned char c[32]; // EXPECT: secret-missing-zeroization
    unsigned char md[32];

    memcpy(c, key, sizeof c);
    SHA256(c, sizeof c, md);
    return net_put(md, sizeof md);
}

int put_digest_of_wiped([[secret]] const uint8_t *key)
{
    unsigned char c[32];
    unsigned char md[32];

    memcpy(c, key, sizeof c);
    SHA256(c, sizeof c, md);
    explicit_bzero(c, sizeof c);
    return net_put(md, sizeof md);
}
