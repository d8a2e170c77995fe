// Models functions that hand blocks on, so that their duty ends.
// CATEGORY: ownership
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

struct holder { [[secret]] uint8_t *k; size_t n; };
struct queue { void *items[16]; int n; };
static uint8_t *cached;
int gen(uint8_t *p, size_t n);
int check(const uint8_t *p, size_t n);
void pool_adopt(void *p);

uint8_t *make(size_t n)
{
    [[secret]] uint8_t *k = malloc(n);

    if (k)
        gen(k, n);
    return k;
}

int make_into(struct holder *h, size_t n)
{
    [[secret]] uint8_t *k = malloc(n);

    if (!k)
        return -1;
    gen(k, n);
    h->k = k;
    h->n = n;
    return 0;
}

int make_global(size_t n)
{
    [[secret]] uint8_t *k = malloc(n);

    if (!k)
        return -1;
    gen(k, n);
    cached = k;
    return 0;
}

int make_out(uint8_t **out, size_t n)
{
    [[secret]] uint8_t *k = malloc(n);

    if (!k)
        return -1;
    if (gen(k, n) != 0) {
        free(k); // EXPECT: secret-missing-zeroization
        return -1;
    }
    *out = k;
    return 0;
}

int make_queued(struct queue *q, size_t n)
{
    [[secret]] uint8_t *k = malloc(n);

    if (!k || q->n == 16) {
        free(k);
        return -1;
    }
    gen(k, n);
    q->items[q->n++] = k;
    return 0;
}

int make_adopted(size_t n)
{
    [[secret]] uint8_t *k = malloc(n); // ALLOW: secret-missing-zeroization

    if (!k)
        return -1;
    gen(k, n);
    pool_adopt(k);
    return 0;
}

int make_checked(size_t n)
{
    uint8_t *k = make(n);
    int rc;

    if (!k)
        return -1;
    rc = check(k, n);
    explicit_bzero(k, n);
    free(k);
    return rc;
}

int make_checked_forgets(size_t n)
{
    uint8_t *k = make(n);
    int rc;

    if (!k)
        return -1;
    rc = check(k, n);
    free(k); // EXPECT: secret-missing-zeroization
    return rc;
}

int two_pointers(size_t n)
{
    [[secret]] uint8_t *k = malloc(n);
    uint8_t *same = k;
    int rc;

    if (!k)
        return -1;
    rc = gen(k, n);
    k = NULL;
    explicit_bzero(same, n);
    free(same);
    return rc;
}

int last_pointer_lost(size_t n)
{
    [[secret]] uint8_t *k = malloc(n);
    int rc;

    if (!k)
        return -1;
    rc = (int)read(0, k, n);
    k = malloc(2 * n); // EXPECT: secret-missing-zeroization
    free(k);
    return rc;
}

int freed_through_alias(size_t n)
{
    [[secret]] uint8_t *k = malloc(n);
    void *v = k;
    int rc;

    if (!k)
        return -1;
    rc = gen(k, n);
    free(v); // EXPECT: secret-missing-zeroization
    return rc;
}
