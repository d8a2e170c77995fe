// Models a payment terminal that passes key records by value.
// CATEGORY: by_value
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

struct tmk { uint32_t id; [[secret]] uint8_t k[16]; };
struct rate { uint32_t id; uint8_t pct; };
struct plain { uint8_t b[16]; };
int tmk_load(struct tmk *k);
int remote_use(struct tmk k);
int remote_rate(struct rate r);
int remote_plain(struct plain p);
int inspect(const uint8_t *p, size_t n);

static int sum_forgets(struct tmk k) // EXPECT: secret-missing-zeroization
{
    return inspect(k.k, sizeof k.k);
}

static int sum_wipes(struct tmk k)
{
    int rc = inspect(k.k, sizeof k.k);

    explicit_bzero(&k, sizeof k);
    return rc;
}

static int sum_memset(struct tmk k)
{
    int rc = inspect(k.k, sizeof k.k);

    memset(k.k, 0, sizeof k.k); // EXPECT: secret-elidable-zeroization
    return rc;
}

static int sum_pointer(const struct tmk *k)
{
    return inspect(k->k, sizeof k->k);
}

int run_remote(struct rate r)
{
    struct tmk k;
    int rc = tmk_load(&k);

    if (rc == 0)
        rc = remote_use(k); // EXPECT: secret-hidden-copy
    explicit_bzero(&k, sizeof k);
    return rc | remote_rate(r);
}

int run_forgets(void)
{
    struct tmk k;
    int rc = tmk_load(&k);

    if (rc == 0)
        rc = sum_forgets(k); // EXPECT: secret-hidden-copy
    explicit_bzero(&k, sizeof k);
    return rc;
}

int run_wipes(void)
{
    struct tmk k;
    int rc = tmk_load(&k);

    if (rc == 0)
        rc = sum_wipes(k); // ALLOW: secret-hidden-copy
    if (rc == 1)
        rc = sum_memset(k); // ALLOW: secret-hidden-copy
    explicit_bzero(&k, sizeof k);
    return rc;
}

int run_pointer(void)
{
    struct tmk k;
    int rc = tmk_load(&k);

    if (rc == 0)
        rc = sum_pointer(&k);
    explicit_bzero(&k, sizeof k);
    return rc;
}

int run_copied([[secret]] const uint8_t *key)
{
    struct plain p;
    int rc;

    memcpy(p.b, key, sizeof p.b);
    rc = remote_plain(p); // EXPECT: secret-hidden-copy
    explicit_bzero(&p, sizeof p);
    return rc;
}

int run_public(const uint8_t *data)
{
    struct plain p;

    memcpy(p.b, data, sizeof p.b);
    return remote_plain(p);
}

int tagged_scalar([[secret]] uint64_t pin) // EXPECT: secret-missing-zeroization
{
    return inspect((const uint8_t *)&pin, sizeof pin);
}

int tagged_scalar_cleared([[secret]] uint64_t pin)
{
    int rc = inspect((const uint8_t *)&pin, sizeof pin);

    explicit_bzero(&pin, sizeof pin);
    return rc;
}

int tagged_scalar_assigned([[secret]] uint64_t pin)
{
    int rc = inspect((const uint8_t *)&pin, sizeof pin);

    pin = 0; // EXPECT: secret-elidable-zeroization
    return rc;
}
