// Pointers that a helper chooses, or that it sets only where there is none.
// CATEGORY: summaries
#define _GNU_SOURCE
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int hsm_read([[secret]] uint8_t *out, size_t n);
void consume(const void *p, size_t n);

typedef struct pool {
    uint8_t *data;
    size_t len;
} pool;

static const char *or_empty(int there, const char *text)
{
    return there ? text : "";
}

static uint8_t *larger(uint8_t *a, size_t an, uint8_t *b, size_t bn)
{
    return an > bn ? a : b;
}

static int append(pool *p, const uint8_t *from, size_t n)
{
    if (!p->data) {
        p->data = malloc(1024);
        if (!p->data)
            return -1;
    }
    memcpy(p->data + p->len, from, n);
    p->len += n;
    return 0;
}

static void drop(pool *p)
{
    free(p->data);
    p->data = NULL;
}

static void zeroize_and_drop(pool *p)
{
    if (p->data)
        explicit_bzero(p->data, 1024);
    drop(p);
}

/* Hexadecimal digits, two by two. */
static void to_hex(char *out, const uint8_t *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        sprintf(out + 2 * i, "%02x", from[i]);
}

void copied_if_there(int there, [[secret]] const char *password)
{
    char copy[64]; // EXPECT: secret-missing-zeroization

    strncpy(copy, or_empty(there, password), sizeof copy - 1);
    consume(copy, sizeof copy);
}

void copied_and_zeroized(int there, [[secret]] const char *password)
{
    char copy[64];

    strncpy(copy, or_empty(there, password), sizeof copy - 1);
    consume(copy, sizeof copy);
    explicit_bzero(copy, sizeof copy);
}

void copied_without_helper(int there, [[secret]] const char *password)
{
    char copy[64]; // EXPECT: secret-missing-zeroization

    strncpy(copy, there ? password : "", sizeof copy - 1);
    consume(copy, sizeof copy);
}

void first_bytes_are_zeroized(int there)
{
    uint8_t a[16], b[16], k[64] = {0};

    hsm_read(a, sizeof a);
    hsm_read(b, sizeof b);
    memcpy(k, there ? a : b, sizeof a);
    explicit_bzero(a, sizeof a);
    explicit_bzero(b, sizeof b);
    consume(k, sizeof k);
    explicit_bzero(k, sizeof a);
}

void zeros_are_chosen(int there)
{
    static const uint8_t zeros[16];
    uint8_t a[16], k[16]; // EXPECT: secret-missing-zeroization

    hsm_read(a, sizeof a);
    memcpy(k, there ? a : zeros, sizeof k);
    explicit_bzero(a, sizeof a);
    consume(k, sizeof k);
}

void public_is_chosen(int there, const char *name, [[secret]] const char *password)
{
    char copy[64];

    strncpy(copy, or_empty(there, name), sizeof copy - 1);
    consume(copy, sizeof copy);
    consume(password, 1);
}

void zeroizes_what_was_chosen(size_t n, size_t m)
{
    uint8_t a[32] = {0}, b[32] = {0};
    uint8_t *k = larger(a, n, b, m);

    hsm_read(k, 32);
    consume(k, 32);
    explicit_bzero(k, 32);
}

void allocated_on_demand(void)
{
    uint8_t k[32];
    pool p = {0};

    hsm_read(k, sizeof k);
    append(&p, k, sizeof k);
    explicit_bzero(k, sizeof k);
    drop(&p); // EXPECT: secret-missing-zeroization
}

void allocated_on_demand_and_zeroized(void)
{
    uint8_t k[32];
    pool p = {0};

    hsm_read(k, sizeof k);
    append(&p, k, sizeof k);
    explicit_bzero(k, sizeof k);
    zeroize_and_drop(&p);
}

void printed_by_helper(void)
{
    uint8_t k[32];
    char text[65]; // EXPECT: secret-missing-zeroization

    hsm_read(k, sizeof k);
    to_hex(text, k, sizeof k);
    consume(text, sizeof text);
    explicit_bzero(k, sizeof k);
}

void printed_by_helper_and_zeroized(void)
{
    uint8_t k[32];
    char text[65];

    hsm_read(k, sizeof k);
    to_hex(text, k, sizeof k);
    consume(text, sizeof text);
    explicit_bzero(k, sizeof k);
    explicit_bzero(text, sizeof text);
}

void printed_name(const uint8_t *name)
{
    char text[65];

    to_hex(text, name, 32);
    consume(text, sizeof text);
}
