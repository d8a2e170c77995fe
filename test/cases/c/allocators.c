// Models blocks from aligned, zeroing and self-wiping allocators.
// CATEGORY: heap
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

void *sodium_malloc(size_t n);
void sodium_free(void *p);
void *OPENSSL_secure_malloc(size_t n);
void OPENSSL_secure_clear_free(void *p, size_t n);
void kfree_sensitive(const void *p);
void secure_free_block(void *p);
void plain_release(void *p);
int boot_key(uint8_t *p, size_t n);

int from_posix_memalign(void)
{
    void *p = NULL;
    [[secret]] uint8_t *k;
    int rc;

    if (posix_memalign(&p, 64, 64) != 0)
        return -1;
    k = p;
    rc = boot_key(k, 64);
    free(k); // EXPECT: secret-missing-zeroization
    return rc;
}

int from_aligned(void)
{
    [[secret]] uint8_t *k = aligned_alloc(64, 64);
    int rc;

    if (!k)
        return -1;
    rc = boot_key(k, 64);
    explicit_bzero(k, 64);
    free(k);
    return rc;
}

int from_calloc_short(void)
{
    [[secret]] uint8_t *k = calloc(4, 16);
    int rc;

    if (!k)
        return -1;
    rc = boot_key(k, 64);
    explicit_bzero(k, 16); // EXPECT: secret-partial-zeroization
    free(k);
    return rc;
}

int from_calloc_full(void)
{
    [[secret]] uint8_t *k = calloc(4, 16);
    int rc;

    if (!k)
        return -1;
    rc = boot_key(k, 64);
    explicit_bzero(k, 4 * 16);
    free(k);
    return rc;
}

int from_sodium(void)
{
    [[secret]] uint8_t *k = sodium_malloc(64);
    int rc;

    if (!k)
        return -1;
    rc = boot_key(k, 64);
    sodium_free(k);
    return rc;
}

int from_openssl_secure(void)
{
    [[secret]] uint8_t *k = OPENSSL_secure_malloc(64);
    int rc;

    if (!k)
        return -1;
    rc = boot_key(k, 64);
    OPENSSL_secure_clear_free(k, 64);
    return rc;
}

int from_kernel(void)
{
    [[secret]] uint8_t *k = malloc(64);
    int rc;

    if (!k)
        return -1;
    rc = boot_key(k, 64);
    kfree_sensitive(k);
    return rc;
}

int from_secure_free(void)
{
    [[secret]] uint8_t *k = malloc(64);
    int rc;

    if (!k)
        return -1;
    rc = boot_key(k, 64);
    secure_free_block(k);
    return rc;
}

int from_calloc_empty(void)
{
    [[secret]] uint8_t *k = calloc(1, 64);
    int rc = k ? 0 : -1;

    free(k);
    return rc;
}

int from_wiped_null(void)
{
    [[secret]] uint8_t *k = malloc(64);
    int rc = -1;

    if (k != NULL) {
        rc = boot_key(k, 64);
        explicit_bzero(k, 64);
    }
    free(k);
    return rc;
}
