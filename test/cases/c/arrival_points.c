// Models a wallet that returns early, before or after the seed arrives.
// CATEGORY: arrival
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct wallet_ctx { uint8_t state[64]; };
int entropy_collect(uint8_t *out, size_t n);
int mnemonic_check(const uint8_t *seed, size_t n);
void seed_init(uint8_t *seed, size_t n);
int wallet_locked(void);

int create_early(int words)
{
    [[secret]] uint8_t seed[64];
    int rc;

    if (words != 12 && words != 24)
        return -1;
    if (wallet_locked())
        return -2;
    rc = entropy_collect(seed, sizeof seed);
    if (rc == 0)
        rc = mnemonic_check(seed, sizeof seed);
    explicit_bzero(seed, sizeof seed);
    return rc;
}

int create_late_return(int words)
{
    [[secret]] uint8_t seed[64];
    int rc;

    if (words != 12)
        return -1;
    rc = entropy_collect(seed, sizeof seed);
    if (rc != 0)
        return rc; // EXPECT: secret-missing-zeroization
    rc = mnemonic_check(seed, sizeof seed);
    explicit_bzero(seed, sizeof seed);
    return rc;
}

int create_never(void)
{
    [[secret]] uint8_t seed[64] = {0};

    return wallet_locked() ? -1 : 0;
}

int create_zeroed_first(int words)
{
    [[secret]] uint8_t seed[64];

    memset(seed, 0, sizeof seed);
    if (words != 12)
        return -1;
    return mnemonic_check(seed, sizeof seed);
}

int create_initialized(int words)
{
    [[secret]] uint8_t seed[64];

    seed_init(seed, sizeof seed);
    if (words != 12)
        return -1;
    entropy_collect(seed, sizeof seed);
    explicit_bzero(seed, sizeof seed);
    return 0;
}

int create_const_use(void)
{
    [[secret]] uint8_t seed[64] = {0};

    return mnemonic_check(seed, sizeof seed);
}

int create_written(const uint8_t *from)
{
    [[secret]] uint8_t seed[64]; // EXPECT: secret-missing-zeroization

    memcpy(seed, from, sizeof seed);
    return mnemonic_check(seed, sizeof seed);
}

int create_element(int c)
{
    [[secret]] uint8_t seed[64] = {0}; // EXPECT: secret-missing-zeroization

    seed[0] = (uint8_t)c;
    return mnemonic_check(seed, sizeof seed);
}

int create_constants(void)
{
    [[secret]] uint8_t seed[4] = {0};

    seed[0] = 0;
    seed[1] = 0;
    return mnemonic_check(seed, sizeof seed);
}
