// Models rekeying, where a buffer is cleared and filled again.
// CATEGORY: refill
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <unistd.h>

int rekey_fetch(int round, uint8_t *k, size_t n);
int rekey_apply(const uint8_t *k, size_t n);

int rekey_twice(void)
{
    [[secret]] uint8_t k[32];
    int rc = rekey_fetch(0, k, sizeof k) | rekey_apply(k, sizeof k);

    explicit_bzero(k, sizeof k);
    rc |= rekey_fetch(1, k, sizeof k) | rekey_apply(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int rekey_second_forgotten(int again)
{
    [[secret]] uint8_t k[32];
    int rc = rekey_fetch(0, k, sizeof k) | rekey_apply(k, sizeof k);

    explicit_bzero(k, sizeof k);
    if (!again)
        return rc;
    rc |= rekey_fetch(1, k, sizeof k) | rekey_apply(k, sizeof k);
    return rc; // EXPECT: secret-missing-zeroization
}

int rekey_memset_between(void)
{
    [[secret]] uint8_t k[32];
    int rc = rekey_fetch(0, k, sizeof k) | rekey_apply(k, sizeof k);

    memset(k, 0, sizeof k);
    rc |= rekey_fetch(1, k, sizeof k) | rekey_apply(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int rekey_memset_last(void)
{
    [[secret]] uint8_t k[32];
    int rc = rekey_fetch(0, k, sizeof k) | rekey_apply(k, sizeof k);

    memset(k, 0, sizeof k);
    rc |= rekey_fetch(1, k, sizeof k) | rekey_apply(k, sizeof k);
    memset(k, 0, sizeof k); // EXPECT: secret-elidable-zeroization
    return rc;
}

int rekey_loop_outer(int n)
{
    [[secret]] uint8_t k[32];
    int rc = 0;

    for (int i = 0; i < n; i++) {
        rc |= rekey_fetch(i, k, sizeof k);
        rc |= rekey_apply(k, sizeof k);
        memset(k, 0, sizeof k);
    }
    rc |= rekey_apply(NULL, 0);
    return rc;
}

int rekey_loop_after(int n)
{
    [[secret]] uint8_t k[32];
    int rc = 0;

    for (int i = 0; i < n; i++) {
        rc |= rekey_fetch(i, k, sizeof k);
        rc |= rekey_apply(k, sizeof k);
    }
    memset(k, 0, sizeof k); // EXPECT: secret-elidable-zeroization
    return rc;
}

int rekey_loop_break(int n)
{
    [[secret]] uint8_t k[32];
    int rc = 0;

    for (int i = 0; i < n; i++) {
        rc = rekey_fetch(i, k, sizeof k);
        if (rc != 0)
            break;
        rc = rekey_apply(k, sizeof k);
        explicit_bzero(k, sizeof k);
    }
    return rc; // EXPECT: secret-missing-zeroization
}

int rekey_wipe_before_fill(void)
{
    [[secret]] uint8_t k[32]; // EXPECT: secret-missing-zeroization

    memset(k, 0, sizeof k);
    return rekey_fetch(0, k, sizeof k) | rekey_apply(k, sizeof k);
}

int rekey_belt_and_braces(void)
{
    [[secret]] uint8_t k[32];
    int rc = rekey_fetch(0, k, sizeof k) | rekey_apply(k, sizeof k);

    memset(k, 0xff, sizeof k); // ALLOW: secret-elidable-zeroization
    memset(k, 0, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}
