// Models an OTP provisioning tool with arrays of records.
// CATEGORY: record_arrays
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

struct index_key {
    uint8_t bytes[32];
};
void consume_keys(const void *keys, size_t n);

struct seed { uint32_t serial; [[secret]] uint8_t s[20]; };
int seed_make(struct seed *s, int i);
int seeds_make(struct seed *s, size_t n);
int seeds_write(const struct seed *s, size_t n);

int provision(void)
{
    struct seed batch[4];
    int rc = seeds_make(batch, 4);

    if (rc == 0)
        rc = seeds_write(batch, 4);
    explicit_bzero(batch, sizeof batch);
    return rc;
}

int provision_each(void)
{
    struct seed batch[4];
    int rc = 0;

    for (int i = 0; i < 4; i++)
        rc |= seed_make(&batch[i], i);
    rc |= seeds_write(batch, 4);
    for (int i = 0; i < 4; i++)
        explicit_bzero(batch[i].s, sizeof batch[i].s);
    return rc;
}

int provision_first(void)
{
    struct seed batch[4];
    int rc = seeds_make(batch, 4);

    if (rc == 0)
        rc = seeds_write(batch, 4);
    explicit_bzero(batch, sizeof batch[0]); // EXPECT: secret-partial-zeroization
    return rc;
}

int provision_count(void)
{
    struct seed batch[4];
    int rc = seeds_make(batch, 4);

    if (rc == 0)
        rc = seeds_write(batch, 4);
    explicit_bzero(batch, 4); // EXPECT: secret-partial-zeroization
    return rc;
}

int provision_never(void)
{
    struct seed batch[4]; // EXPECT: secret-missing-zeroization
    int rc = seeds_make(batch, 4);

    return rc ? rc : seeds_write(batch, 4);
}

int provision_elided(void)
{
    struct seed batch[4];
    int rc = seeds_make(batch, 4);

    if (rc == 0)
        rc = seeds_write(batch, 4);
    memset(batch, 0, sizeof batch); // EXPECT: secret-elidable-zeroization
    return rc;
}

int provision_matrix(void)
{
    [[secret]] uint8_t m[4][20];
    int rc = 0;

    for (int i = 0; i < 4; i++)
        rc |= seed_make((struct seed *)(void *)m[i], i);
    explicit_bzero(m, sizeof m);
    return rc;
}

int provision_row(void)
{
    [[secret]] uint8_t m[4][20];
    int rc = seeds_make((struct seed *)(void *)m, 2);

    explicit_bzero(m, sizeof m[0]); // EXPECT: secret-partial-zeroization
    return rc;
}

int provision_serials(const struct seed *batch, uint32_t *out)
{
    uint32_t serials[4];

    for (int i = 0; i < 4; i++)
        serials[i] = batch[i].serial;
    memcpy(out, serials, sizeof serials);
    return 0;
}

int stored_at_an_index(int i, [[secret]] const struct index_key *in)
{
    struct index_key keys[4];

    keys[i] = *in;
    consume_keys(keys, sizeof keys);
    explicit_bzero(keys, sizeof keys);
    return 0;
}

int stored_in_a_loop([[secret]] const struct index_key *in)
{
    struct index_key keys[4]; // EXPECT: secret-missing-zeroization

    for (int i = 0; i < 4; i++)
        keys[i] = in[i];
    consume_keys(keys, sizeof keys);
    return 0;
}

int stored_and_zeroized_by_half(int i, [[secret]] const struct index_key *in)
{
    struct index_key keys[4];

    keys[i] = *in;
    consume_keys(keys, sizeof keys);
    explicit_bzero(keys, sizeof keys / 2); // EXPECT: secret-partial-zeroization
    return 0;
}
