// Models firmware that clears with loops that may stop short.
// CATEGORY: partial
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

int fuse_read(uint8_t *p, size_t n);
int fuse_use(const uint8_t *p, size_t n);

int use_all(void)
{
    [[secret]] uint8_t k[32];
    volatile uint8_t *v = k;
    int rc = fuse_read(k, sizeof k);

    rc |= fuse_use(k, sizeof k);
    for (int i = 0; i < 32; i++) v[i] = 0;
    return rc;
}

int use_short(void)
{
    [[secret]] uint8_t k[32];
    volatile uint8_t *v = k;
    int rc = fuse_read(k, sizeof k);

    rc |= fuse_use(k, sizeof k);
    for (int i = 0; i < 31; i++) v[i] = 0; // EXPECT: secret-partial-zeroization
    return rc;
}

int use_late_start(void)
{
    [[secret]] uint8_t k[32];
    volatile uint8_t *v = k;
    int rc = fuse_read(k, sizeof k);

    rc |= fuse_use(k, sizeof k);
    for (int i = 1; i < 32; i++) v[i] = 0; // EXPECT: secret-partial-zeroization
    return rc;
}

int use_plain_short(void)
{
    [[secret]] uint8_t k[32];
    int rc = fuse_read(k, sizeof k);

    rc |= fuse_use(k, sizeof k);
    for (int i = 0; i < 16; i++) k[i] = 0; // EXPECT: secret-partial-zeroization
    return rc;
}

int use_words(void)
{
    [[secret]] uint32_t w[8];
    volatile uint32_t *v = w;
    int rc = fuse_read((uint8_t *)w, sizeof w);

    rc |= fuse_use((const uint8_t *)w, sizeof w);
    for (unsigned i = 0; i < sizeof w / sizeof w[0]; i++) v[i] = 0;
    return rc;
}

int use_down(void)
{
    [[secret]] uint8_t k[32];
    volatile uint8_t *v = k;
    int rc = fuse_read(k, sizeof k);

    rc |= fuse_use(k, sizeof k);
    for (int i = 31; i >= 0; i--) v[i] = 0;
    return rc;
}

int use_while(void)
{
    [[secret]] uint8_t k[32];
    volatile uint8_t *v = k;
    size_t n = sizeof k;
    int rc = fuse_read(k, sizeof k);

    rc |= fuse_use(k, sizeof k);
    while (n-- > 0) *v++ = 0;
    return rc;
}

int use_end_pointer(void)
{
    [[secret]] uint8_t k[32];
    int rc = fuse_read(k, sizeof k);

    rc |= fuse_use(k, sizeof k);
    for (volatile uint8_t *v = k; v < k + sizeof k; v++) *v = 0;
    return rc;
}
