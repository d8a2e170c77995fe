// Models initializers, constants and first writes of tagged objects.
// CATEGORY: arrival
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct rec { int id; [[secret]] uint8_t key[16]; [[secret]] uint32_t pin; };
int rec_use(const struct rec *r);
int rec_init(struct rec *r);
int rec_init_with(struct rec *r, const uint8_t *p);
int rec_fill(struct rec *r);
uint32_t next_id(void);

int zero_braces(void)
{
    struct rec r = {0};

    return rec_use(&r);
}

int empty_braces(void)
{
    struct rec r = {};

    r.id = (int)next_id();
    return rec_use(&r);
}

int designated(void)
{
    struct rec r = {.id = 7};

    return rec_use(&r);
}

int init_function(void)
{
    struct rec r;

    if (rec_init(&r) != 0)
        return -1;
    return rec_use(&r);
}

int init_then_fill(void)
{
    struct rec r;
    int rc;

    if (rec_init(&r) != 0)
        return -1;
    rc = rec_fill(&r);
    if (rc != 0)
        return rc; // EXPECT: secret-missing-zeroization
    rc = rec_use(&r);
    explicit_bzero(&r, sizeof r);
    return rc;
}

int first_write_field(const uint8_t *given)
{
    struct rec r = {0}; // EXPECT: secret-missing-zeroization

    memcpy(r.key, given, sizeof r.key);
    return rec_use(&r);
}

int first_write_scalar(uint32_t pin)
{
    struct rec r = {0}; // EXPECT: secret-missing-zeroization

    r.pin = pin;
    return rec_use(&r);
}

int first_write_scalar_wiped(uint32_t pin)
{
    struct rec r = {0};
    int rc;

    r.pin = pin;
    rc = rec_use(&r);
    explicit_bzero(&r.pin, sizeof r.pin);
    return rc;
}

int other_field(int id)
{
    struct rec r = {0};

    r.id = id;
    return rec_use(&r);
}

int calloc_only(void)
{
    struct rec *r = calloc(1, sizeof *r);
    int rc;

    if (!r)
        return -1;
    rc = rec_use(r);
    free(r);
    return rc;
}

int memset_constant(void)
{
    [[secret]] uint8_t k[16];

    memset(k, 0xaa, sizeof k);
    return k[0];
}
