// Models disk encryption code with the four kinds of compiler barriers after memset.
// CATEGORY: barriers
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <unistd.h>

int luks_area_read(int fd, uint8_t *p, size_t n);
int luks_af_merge(const uint8_t *p, size_t n);

int merge_full(int fd)
{
    [[secret]] uint8_t stripe[512];
    int rc = luks_area_read(fd, stripe, sizeof stripe);

    if (rc == 0)
        rc = luks_af_merge(stripe, sizeof stripe);
    memset(stripe, 0, sizeof stripe);
    __asm__ __volatile__("" : : "r"(stripe) : "memory");
    return rc;
}

int merge_operand_only(int fd)
{
    [[secret]] uint8_t stripe[512];
    int rc = luks_area_read(fd, stripe, sizeof stripe);

    if (rc == 0)
        rc = luks_af_merge(stripe, sizeof stripe);
    memset(stripe, 0, sizeof stripe); // EXPECT: secret-elidable-zeroization
    __asm__ __volatile__("" : : "r"(stripe));
    return rc;
}

int merge_clobber_escaped(int fd)
{
    [[secret]] uint8_t stripe[512];
    int rc = luks_area_read(fd, stripe, sizeof stripe);

    if (rc == 0)
        rc = luks_af_merge(stripe, sizeof stripe);
    memset(stripe, 0, sizeof stripe);
    __asm__ __volatile__("" : : : "memory");
    return rc;
}

int merge_clobber_private([[secret]] const uint8_t *mk)
{
    uint8_t fold[32];
    uint8_t acc = 0;

    for (int i = 0; i < 32; i++)
        fold[i] = mk[i] ^ mk[31 - i];
    for (int i = 0; i < 32; i++)
        acc |= fold[i] & 1;
    memset(fold, 0, sizeof fold); // EXPECT: secret-elidable-zeroization
    __asm__ __volatile__("" : : : "memory");
    return acc == 0;
}

int merge_full_private([[secret]] const uint8_t *mk)
{
    uint8_t fold[32];
    uint8_t acc = 0;

    for (int i = 0; i < 32; i++)
        fold[i] = mk[i] ^ mk[31 - i];
    for (int i = 0; i < 32; i++)
        acc |= fold[i] & 1;
    memset(fold, 0, sizeof fold);
    __asm__ volatile("" : : "r"(fold) : "memory");
    return acc == 0;
}

int merge_touch(int fd)
{
    [[secret]] uint8_t stripe[512];
    int rc = luks_area_read(fd, stripe, sizeof stripe);

    if (rc == 0)
        rc = luks_af_merge(stripe, sizeof stripe);
    memset(stripe, 0, sizeof stripe); // EXPECT: secret-elidable-zeroization
    (void)*(volatile uint8_t *)stripe;
    return rc;
}

int merge_barrier_of_other(int fd)
{
    [[secret]] uint8_t stripe[512];
    uint8_t header[64];
    int rc = (int)read(fd, header, sizeof header);

    if (read(fd, stripe, sizeof stripe) <= 0)
        return -1;
    rc ^= stripe[0] == header[0];
    memset(stripe, 0, sizeof stripe); // EXPECT: secret-elidable-zeroization
    __asm__ __volatile__("" : : "r"(header) : "memory");
    return rc;
}

int merge_too_early(int fd)
{
    [[secret]] uint8_t stripe[512];
    int rc = luks_area_read(fd, stripe, sizeof stripe);

    if (rc == 0)
        rc = luks_af_merge(stripe, sizeof stripe);
    __asm__ __volatile__("" : : "r"(stripe) : "memory");
    memset(stripe, 0, sizeof stripe); // EXPECT: secret-elidable-zeroization
    return rc;
}
