// Models wipes that depend on lengths, results and ternaries.
// CATEGORY: branches
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

int tok_read(uint8_t *p, size_t cap, size_t *n);
int tok_use(const uint8_t *p, size_t n);

int wipe_both_branches(void)
{
    [[secret]] uint8_t t[64];
    size_t n = 0;
    int rc = tok_read(t, sizeof t, &n);

    if (rc != 0) {
        explicit_bzero(t, sizeof t);
        return rc;
    } else {
        rc = tok_use(t, n);
        explicit_bzero(t, sizeof t);
    }
    return rc;
}

int wipe_on_success(void)
{
    [[secret]] uint8_t t[64];
    size_t n = 0;
    int rc = tok_read(t, sizeof t, &n);

    if (rc == 0) {
        rc = tok_use(t, n);
        explicit_bzero(t, sizeof t);
    }
    return rc; // EXPECT: secret-missing-zeroization
}

int wipe_on_failure_too(void)
{
    [[secret]] uint8_t t[64];
    size_t n = 0;
    int rc = tok_read(t, sizeof t, &n);

    if (rc == 0)
        rc = tok_use(t, n);
    else
        rc = -rc;
    explicit_bzero(t, sizeof t);
    return rc;
}

int wipe_in_expression(void)
{
    [[secret]] uint8_t t[64];
    size_t n = 0;
    int rc = tok_read(t, sizeof t, &n) ? -1 : tok_use(t, n);

    return explicit_bzero(t, sizeof t), rc;
}

int wipe_in_for(void)
{
    [[secret]] uint8_t t[64];
    size_t n = 0;
    int rc = 0;

    for (int i = 0; i < 3; explicit_bzero(t, sizeof t), i++) {
        rc = tok_read(t, sizeof t, &n);
        rc |= tok_use(t, n);
    }
    return rc;
}

int wipe_in_for_break(void)
{
    [[secret]] uint8_t t[64];
    size_t n = 0;
    int rc = 0;

    for (int i = 0; i < 3; explicit_bzero(t, sizeof t), i++) {
        rc = tok_read(t, sizeof t, &n);
        if (rc != 0)
            break;
        rc |= tok_use(t, n);
    }
    return rc; // EXPECT: secret-missing-zeroization
}

int wipe_used_bytes(void)
{
    [[secret]] uint8_t t[64];
    size_t n = 0;
    int rc = tok_read(t, sizeof t, &n);

    if (rc == 0)
        rc = tok_use(t, n);
    explicit_bzero(t, n);
    return rc;
}

int wipe_short_circuit(int off)
{
    [[secret]] uint8_t t[64];
    size_t n = 0;

    if (off || tok_read(t, sizeof t, &n) != 0) {
        explicit_bzero(t, sizeof t);
        return -1;
    }
    off = tok_use(t, n);
    explicit_bzero(t, sizeof t);
    return off;
}
