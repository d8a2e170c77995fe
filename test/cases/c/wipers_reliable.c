// Models an HSM client that clears its key with each of the known reliable functions.
// CATEGORY: wipers
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

void OPENSSL_cleanse(void *ptr, size_t len);
void sodium_memzero(void *const pnt, const size_t len);
void mbedtls_platform_zeroize(void *buf, size_t len);
void memzero_explicit(void *s, size_t count);
void *gnutls_memset(void *data, int c, size_t size);
void freezero(void *ptr, size_t size);
void OPENSSL_clear_free(void *str, size_t num);
int memset_s(void *s, size_t smax, int c, size_t n);
void *memset_explicit(void *s, int c, size_t n);
int hsm_export(int slot, uint8_t *out, size_t n);
int hsm_import(int slot, const uint8_t *in, size_t n);

int move_key_bzero(int from, int to)
{
    [[secret]] uint8_t kek[32];
    int rc = hsm_export(from, kek, sizeof kek);

    if (rc == 0)
        rc = hsm_import(to, kek, sizeof kek);
    explicit_bzero(kek, sizeof kek);
    return rc;
}

int move_key_ssl(int from, int to)
{
    [[secret]] uint8_t kek[32];
    int rc = hsm_export(from, kek, sizeof kek);

    if (rc == 0)
        rc = hsm_import(to, kek, sizeof kek);
    OPENSSL_cleanse(kek, sizeof kek);
    return rc;
}

int move_key_sodium(int from, int to)
{
    [[secret]] uint8_t a[32];
    [[secret]] uint8_t b[32];
    int rc = hsm_export(from, a, sizeof a) | hsm_export(to, b, sizeof b);

    rc |= hsm_import(to, a, sizeof a);
    rc |= hsm_import(from, b, sizeof b);
    sodium_memzero(a, sizeof a);
    mbedtls_platform_zeroize(b, sizeof b);
    return rc;
}

int move_key_c11(int from, int to)
{
    [[secret]] uint8_t kek[32];
    int rc = hsm_export(from, kek, sizeof kek);

    if (rc == 0)
        rc = hsm_import(to, kek, sizeof kek);
    memset_s(kek, sizeof kek, 0, sizeof kek);
    return rc;
}

int move_key_c23(int from, int to)
{
    [[secret]] uint8_t kek[32];
    int rc = hsm_export(from, kek, sizeof kek);

    if (rc == 0)
        rc = hsm_import(to, kek, sizeof kek);
    memset_explicit(kek, 0, sizeof kek);
    return rc;
}

int move_key_gnutls(int from, int to)
{
    [[secret]] uint8_t kek[32];
    int rc = hsm_export(from, kek, sizeof kek);

    if (rc == 0)
        rc = hsm_import(to, kek, sizeof kek);
    gnutls_memset(kek, 0, sizeof kek);
    return rc;
}

int move_key_heap(int from, int to, size_t n, int openssl)
{
    [[secret]] uint8_t *kek = malloc(n);
    int rc;

    if (!kek)
        return -1;
    rc = hsm_export(from, kek, n);
    if (rc == 0)
        rc = hsm_import(to, kek, n);
    if (openssl)
        OPENSSL_clear_free(kek, n);
    else
        freezero(kek, n);
    return rc;
}

int move_key_kernel(int from, int to)
{
    [[secret]] uint8_t kek[32];
    int rc = hsm_export(from, kek, sizeof kek);

    if (rc == 0)
        rc = hsm_import(to, kek, sizeof kek);
    memzero_explicit(kek, 16); // EXPECT: secret-partial-zeroization
    return rc;
}

int move_key_none(int from, int to)
{
    [[secret]] uint8_t kek[32]; // EXPECT: secret-missing-zeroization
    int rc = hsm_export(from, kek, sizeof kek);

    if (rc == 0)
        rc = hsm_import(to, kek, sizeof kek);
    return rc;
}
