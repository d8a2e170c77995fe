// Guards in front of a zeroization that has nothing to do for 0 bytes.
// CATEGORY: branches
#define _GNU_SOURCE
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int hsm_read([[secret]] uint8_t *out, size_t n);
void consume(const void *p, size_t n);

typedef struct buffer {
    uint8_t *data;
    size_t len;
} buffer;

static int wipe_checked(void *p, size_t n)
{
    if (!p || n == 0)
        return -1;
    explicit_bzero(p, n);
    return 0;
}

static int wipe_checked_late(void *p, size_t n)
{
    int rc = -1;

    if (!p || n == 0)
        goto out;
    explicit_bzero(p, n);
    rc = 0;
out:
    return rc;
}

static int wipe_large(void *p, size_t n)
{
    if (!p || n < 64)
        return -1;
    explicit_bzero(p, n);
    return 0;
}

static void clear_free(void *p, size_t n)
{
    if (!p)
        return;
    if (n)
        explicit_bzero(p, n);
    free(p);
}

static void flag_free(void *p, size_t n, int flag)
{
    if (!p)
        return;
    if (flag)
        explicit_bzero(p, n);
    free(p);
}

static void buffer_free(buffer *b)
{
    if (b->data && b->len)
        explicit_bzero(b->data, b->len);
    free(b->data);
    b->data = NULL;
    b->len = 0;
}

static void buffer_free_other(buffer *b, size_t n)
{
    if (b->data && n)
        explicit_bzero(b->data, b->len);
    free(b->data);
}

void known_length(void)
{
    uint8_t k[32];

    hsm_read(k, sizeof k);
    consume(k, sizeof k);
    wipe_checked(k, sizeof k);
}

void known_length_late(void)
{
    uint8_t k[32];

    hsm_read(k, sizeof k);
    consume(k, sizeof k);
    wipe_checked_late(k, sizeof k);
}

void length_of_zero(void)
{
    uint8_t k[32];

    hsm_read(k, sizeof k);
    consume(k, sizeof k);
    wipe_checked(k, 0); // EXPECT: secret-partial-zeroization
}

void too_small_to_be_wiped(void)
{
    uint8_t k[32]; // EXPECT: secret-missing-zeroization

    hsm_read(k, sizeof k);
    consume(k, sizeof k);
    wipe_large(k, sizeof k);
}

void unknown_length(size_t n)
{
    uint8_t *k = malloc(n);

    if (!k)
        return;
    hsm_read(k, n);
    if (n)
        explicit_bzero(k, n);
    free(k);
}

void unknown_signed_length(int n)
{
    uint8_t *k = malloc((size_t)n);

    if (!k)
        return;
    hsm_read(k, (size_t)n);
    if (n > 0)
        explicit_bzero(k, (size_t)n);
    free(k);
}

void other_number_is_tested(size_t n, size_t m)
{
    uint8_t *k = malloc(n);

    if (!k)
        return;
    hsm_read(k, n);
    if (m)
        explicit_bzero(k, n);
    free(k); // EXPECT: secret-missing-zeroization
}

void more_than_none_is_tested(size_t n)
{
    uint8_t *k = malloc(n);

    if (!k)
        return;
    hsm_read(k, n);
    if (n > 8)
        explicit_bzero(k, n);
    free(k); // EXPECT: secret-missing-zeroization
}

void freed_by_helper(size_t n)
{
    uint8_t *k = malloc(n);

    if (!k)
        return;
    hsm_read(k, n);
    consume(k, n);
    clear_free(k, n);
}

void freed_by_helper_with_flag(size_t n, int flag)
{
    uint8_t *k = malloc(n);

    if (!k)
        return;
    hsm_read(k, n);
    consume(k, n);
    flag_free(k, n, flag); // EXPECT: secret-missing-zeroization
}

void freed_with_its_record(size_t n)
{
    buffer b = {malloc(n), n};

    if (!b.data)
        return;
    hsm_read(b.data, n);
    consume(b.data, n);
    buffer_free(&b);
}

void freed_with_another_length(size_t n, size_t m)
{
    buffer b = {malloc(n), n};

    if (!b.data)
        return;
    hsm_read(b.data, n);
    consume(b.data, n);
    buffer_free_other(&b, m); // EXPECT: secret-missing-zeroization
}
