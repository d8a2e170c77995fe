// Flags that are set beside a secret and tested before it is zeroized.
// CATEGORY: branches
#define _GNU_SOURCE
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define HAS_KEY 1u
#define HAS_IV 2u
#define IS_OPEN 4u

int hsm_read([[secret]] uint8_t *out, size_t n);
int is_ready(void);

struct job {
    int on;
    const char *name;
};

struct options {
    bool zeroize;
    int level;
};

int set_at_once(void)
{
    unsigned flags = HAS_KEY;
    uint8_t k[32];

    hsm_read(k, sizeof k);
    if (flags & HAS_KEY)
        explicit_bzero(k, sizeof k);
    return 0;
}

int set_with_the_secret(void)
{
    unsigned flags = IS_OPEN;
    uint8_t k[32];

    if (is_ready()) {
        hsm_read(k, sizeof k);
        flags |= HAS_KEY;
    }
    if (flags & HAS_KEY)
        explicit_bzero(k, sizeof k);
    return 0;
}

int other_flag_is_tested(void)
{
    unsigned flags = IS_OPEN;
    uint8_t k[32]; // EXPECT: secret-missing-zeroization

    if (is_ready()) {
        hsm_read(k, sizeof k);
        flags |= HAS_KEY;
    }
    if (flags & HAS_IV)
        explicit_bzero(k, sizeof k);
    return 0;
}

int taken_back(void)
{
    unsigned flags = HAS_KEY | IS_OPEN;
    uint8_t k[32];

    hsm_read(k, sizeof k);
    flags &= ~IS_OPEN;
    if (flags == HAS_KEY)
        explicit_bzero(k, sizeof k);
    return 0;
}

int named_in_braces(void)
{
    struct job j = {.on = 1};
    struct options o = {.zeroize = true};
    uint8_t k[32], iv[16];

    hsm_read(k, sizeof k);
    hsm_read(iv, sizeof iv);
    if (j.on)
        explicit_bzero(k, sizeof k);
    if (o.zeroize)
        explicit_bzero(iv, sizeof iv);
    return 0;
}

int off_in_braces(void)
{
    struct job j = {.on = 0};
    uint8_t k[32];

    hsm_read(k, sizeof k);
    if (j.on)
        explicit_bzero(k, sizeof k);
    return 0; // EXPECT: secret-missing-zeroization
}

int all_bits(void)
{
    uint32_t mask = ~0u;
    uint8_t k[32];

    hsm_read(k, sizeof k);
    if (mask == 0xffffffffu)
        explicit_bzero(k, sizeof k);
    return 0;
}
