// Blocks that helpers hand to their callers, take from them, or replace.
// CATEGORY: summaries
#define _GNU_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int hsm_read([[secret]] uint8_t *out, size_t n);
void consume(const void *p, size_t n);
int is_ready(void);

struct reply {
    [[secret]] char *text;
};

struct slot {
    int on;
    uint8_t *key;
};

static int duplicate(uint8_t **out, const uint8_t *k)
{
    int rc = -1;
    uint8_t *t = malloc(32);

    if (!t)
        return -1;
    memcpy(t, k, 32);
    if (is_ready()) {
        *out = t;
        t = NULL;
        rc = 0;
    }
    if (t) {
        explicit_bzero(t, 32);
        free(t);
    }
    return rc;
}

int duplicate_zeroized([[secret]] const uint8_t *k)
{
    uint8_t *copy = NULL;

    if (duplicate(&copy, k))
        return -1;
    consume(copy, 32);
    explicit_bzero(copy, 32);
    free(copy);
    return 0;
}

int duplicate_freed([[secret]] const uint8_t *k)
{
    uint8_t *copy = NULL;

    if (duplicate(&copy, k))
        return -1;
    consume(copy, 32);
    free(copy); // EXPECT: secret-missing-zeroization
    return 0;
}

static uint8_t *copy_checked(uint8_t *to, const uint8_t *from, size_t n)
{
    if (n > 32)
        return NULL;
    memcpy(to, from, n);
    return to;
}

int nothing_was_copied([[secret]] const uint8_t *k, size_t n)
{
    uint8_t copy[32];

    if (!copy_checked(copy, k, n))
        return -1;
    consume(copy, n);
    explicit_bzero(copy, sizeof copy);
    return 0;
}

int something_was_copied([[secret]] const uint8_t *k, size_t n)
{
    uint8_t copy[32]; // EXPECT: secret-missing-zeroization

    if (copy_checked(copy, k, n))
        return -1;
    explicit_bzero(copy, sizeof copy);
    return 0;
}

static uint8_t *next_key(uint8_t *old)
{
    uint8_t *k = malloc(32);

    if (!k)
        abort();
    hsm_read(k, 32);
    if (old) {
        explicit_bzero(old, 32);
        free(old);
    }
    return k;
}

static uint8_t *next_key_only(uint8_t *old)
{
    uint8_t *k = malloc(32);

    if (!k)
        abort();
    hsm_read(k, 32);
    free(old);
    return k;
}

void replaced_in_a_loop(void)
{
    uint8_t *k = NULL;

    while (is_ready())
        k = next_key(k);
    if (k) {
        explicit_bzero(k, 32);
        free(k);
    }
}

void replaced_and_freed(void)
{
    uint8_t *k = NULL;

    while (is_ready())
        k = next_key_only(k); // EXPECT: secret-missing-zeroization
    if (k) {
        explicit_bzero(k, 32);
        free(k);
    }
}

static char *take(struct reply *r)
{
    char *text = r->text;

    r->text = NULL;
    return text;
}

void taken_and_freed(struct reply *r)
{
    char *text = take(r);

    free(text); // EXPECT: secret-missing-zeroization
}

void taken_and_zeroized(struct reply *r)
{
    char *text = take(r);

    explicit_bzero(text, strlen(text));
    free(text);
}

static void swap_keys(uint8_t **a, uint8_t **b)
{
    uint8_t *t = *a;

    *a = *b;
    *b = t;
}

void swapped(void)
{
    uint8_t x[32], y[32] = {0};
    uint8_t *p = x, *q = y;

    hsm_read(x, sizeof x);
    swap_keys(&p, &q);
    explicit_bzero(q, sizeof x);
}

void swapped_and_mistaken(void)
{
    uint8_t x[32], y[32] = {0}; // EXPECT: secret-missing-zeroization
    uint8_t *p = x, *q = y;

    hsm_read(x, sizeof x);
    swap_keys(&p, &q);
    explicit_bzero(p, sizeof y);
}

static int fill_slot(struct slot *s)
{
    s->key = malloc(32);
    if (!s->key)
        return -1;
    hsm_read(s->key, 32);
    return 0;
}

int kept_by_caller(struct slot *out)
{
    struct slot s = {0};

    if (fill_slot(&s))
        return -1;
    *out = s;
    return 0;
}

int kept_by_nobody(void)
{
    struct slot s = {0};

    if (fill_slot(&s))
        return -1;
    consume(s.key, 32);
    free(s.key); // EXPECT: secret-missing-zeroization
    return 0;
}

static struct slot made_slot(void)
{
    struct slot s = {0};

    s.key = malloc(32);
    if (s.key)
        hsm_read(s.key, 32);
    return s;
}

void made_and_freed(void)
{
    struct slot s = made_slot();

    free(s.key); // EXPECT: secret-missing-zeroization
}

void made_and_zeroized(void)
{
    struct slot s = made_slot();

    if (s.key)
        explicit_bzero(s.key, 32);
    free(s.key);
}

static void forget(uint8_t **p)
{
    *p = NULL;
}

void forgotten(void)
{
    uint8_t *k = malloc(32);

    if (!k)
        return;
    hsm_read(k, 32);
    forget(&k); // EXPECT: secret-missing-zeroization
}

static uint8_t *steal(uint8_t **p)
{
    uint8_t *k = *p;

    *p = NULL;
    return k;
}

void stolen_and_zeroized(void)
{
    uint8_t *k = malloc(32), *other;

    if (!k)
        return;
    hsm_read(k, 32);
    other = steal(&k);
    explicit_bzero(other, 32);
    free(other);
}

static char *formatted(const char *format, ...)
{
    va_list list;
    char *text;

    va_start(list, format);
    if (vasprintf(&text, format, list) < 0)
        text = NULL;
    va_end(list);
    return text;
}

void formatted_and_freed([[secret]] const char *password)
{
    char *text = formatted("PASS %s", password);

    free(text); // EXPECT: secret-missing-zeroization
}

void formatted_and_zeroized([[secret]] const char *password)
{
    char *text = formatted("PASS %s", password);

    if (text)
        explicit_bzero(text, strlen(text));
    free(text);
}

void name_is_formatted(const char *name)
{
    char *text = formatted("USER %s", name);

    free(text);
}
