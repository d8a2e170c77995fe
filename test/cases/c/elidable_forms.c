// Models TOTP code generation with every removable way of clearing.
// CATEGORY: elidable
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <strings.h>

struct totp { [[secret]] uint8_t seed[20]; uint32_t step; };
int seed_load(uint8_t *seed, size_t n);
int totp_load(struct totp *t);
uint32_t truncate_mac(const uint8_t *seed, size_t n, uint64_t counter);

uint32_t code_memset(uint64_t c)
{
    [[secret]] uint8_t seed[20];
    uint32_t r = 0;

    if (seed_load(seed, sizeof seed) == 0)
        r = truncate_mac(seed, sizeof seed, c);
    memset(seed, 0, sizeof seed); // EXPECT: secret-elidable-zeroization
    return r;
}

uint32_t code_bzero(uint64_t c)
{
    [[secret]] uint8_t seed[20];
    uint32_t r = 0;

    if (seed_load(seed, sizeof seed) == 0)
        r = truncate_mac(seed, sizeof seed, c);
    bzero(seed, sizeof seed); // EXPECT: secret-elidable-zeroization
    return r;
}

uint32_t code_fill_ff(uint64_t c)
{
    [[secret]] uint8_t seed[20];
    uint32_t r = 0;

    if (seed_load(seed, sizeof seed) == 0)
        r = truncate_mac(seed, sizeof seed, c);
    memset(seed, 0xff, sizeof seed); // EXPECT: secret-elidable-zeroization
    return r;
}

uint32_t code_loop(uint64_t c)
{
    [[secret]] uint8_t seed[20];
    uint32_t r = 0;

    if (seed_load(seed, sizeof seed) == 0)
        r = truncate_mac(seed, sizeof seed, c);
    for (size_t i = 0; i < sizeof seed; i++) seed[i] = 0; // EXPECT: secret-elidable-zeroization
    return r;
}

uint32_t code_from_zeros(uint64_t c)
{
    static const uint8_t zeros[20];
    [[secret]] uint8_t seed[20];
    uint32_t r = 0;

    if (seed_load(seed, sizeof seed) == 0)
        r = truncate_mac(seed, sizeof seed, c);
    memcpy(seed, zeros, sizeof seed); // EXPECT: secret-elidable-zeroization
    return r;
}

uint32_t code_record_literal(uint64_t c)
{
    struct totp t;
    uint32_t r = 0;

    if (totp_load(&t) == 0)
        r = truncate_mac(t.seed, sizeof t.seed, c / t.step);
    t = (struct totp){0}; // EXPECT: secret-elidable-zeroization
    return r;
}

uint32_t code_record_zero(uint64_t c)
{
    static const struct totp zero;
    struct totp t;
    uint32_t r = 0;

    if (totp_load(&t) == 0)
        r = truncate_mac(t.seed, sizeof t.seed, c / t.step);
    t = zero; // EXPECT: secret-elidable-zeroization
    return r;
}

uint32_t code_builtin(uint64_t c)
{
    [[secret]] uint8_t seed[20];
    uint32_t r = 0;

    if (seed_load(seed, sizeof seed) == 0)
        r = truncate_mac(seed, sizeof seed, c);
    __builtin_memset(seed, 0, sizeof seed); // EXPECT: secret-elidable-zeroization
    return r;
}

uint32_t code_reliable(uint64_t c)
{
    struct totp t;
    uint32_t r = 0;

    if (totp_load(&t) == 0)
        r = truncate_mac(t.seed, sizeof t.seed, c / t.step);
    explicit_bzero(&t, sizeof t);
    return r;
}

uint32_t code_scalar(void)
{
    [[secret]] uint32_t pin;
    uint32_t r;

    if (seed_load((uint8_t *)&pin, sizeof pin) != 0)
        pin = 0;
    r = truncate_mac((const uint8_t *)&pin, sizeof pin, 0);
    pin = 0; // EXPECT: secret-elidable-zeroization
    return r;
}
