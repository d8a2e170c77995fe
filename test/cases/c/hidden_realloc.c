// Models a growing buffer for decrypted messages.
// CATEGORY: realloc
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct sbuf { [[secret]] uint8_t *p; size_t n, cap; };
struct pbuf { uint8_t *p; size_t n, cap; };
int next_chunk(uint8_t *out, size_t n);
int deliver(const uint8_t *p, size_t n);

int grow_realloc(size_t more)
{
    size_t cap = 64;
    [[secret]] uint8_t *p = malloc(cap);
    uint8_t *q;
    int rc;

    if (!p)
        return -1;
    rc = next_chunk(p, cap);
    q = realloc(p, cap + more); // EXPECT: secret-hidden-copy
    if (!q) {
        explicit_bzero(p, cap);
        free(p);
        return -1;
    }
    p = q;
    cap += more;
    rc |= deliver(p, cap);
    explicit_bzero(p, cap);
    free(p);
    return rc;
}

int grow_realloc_empty(size_t more)
{
    size_t cap = 64;
    [[secret]] uint8_t *p = malloc(cap);
    uint8_t *q;
    int rc;

    if (!p)
        return -1;
    q = realloc(p, cap + more);
    if (!q) {
        free(p);
        return -1;
    }
    p = q;
    cap += more;
    rc = next_chunk(p, cap) | deliver(p, cap);
    explicit_bzero(p, cap);
    free(p);
    return rc;
}

int grow_copy(size_t more)
{
    size_t cap = 64;
    [[secret]] uint8_t *p = malloc(cap);
    uint8_t *q;
    int rc;

    if (!p)
        return -1;
    rc = next_chunk(p, cap);
    q = malloc(cap + more);
    if (q) {
        memcpy(q, p, cap);
        rc |= deliver(q, cap);
        explicit_bzero(q, cap + more);
        free(q);
    }
    explicit_bzero(p, cap);
    free(p);
    return rc;
}

int grow_copy_old_forgotten(size_t more)
{
    size_t cap = 64;
    [[secret]] uint8_t *p = malloc(cap);
    uint8_t *q;
    int rc;

    if (!p)
        return -1;
    rc = next_chunk(p, cap);
    q = malloc(cap + more);
    if (!q) {
        explicit_bzero(p, cap);
        free(p);
        return -1;
    }
    memcpy(q, p, cap);
    free(p); // EXPECT: secret-missing-zeroization
    rc |= deliver(q, cap + more);
    explicit_bzero(q, cap + more);
    free(q);
    return rc;
}

int sbuf_reserve(struct sbuf *b, size_t cap)
{
    uint8_t *q;

    if (cap <= b->cap)
        return 0;
    q = realloc(b->p, cap); // EXPECT: secret-hidden-copy
    if (!q)
        return -1;
    b->p = q;
    b->cap = cap;
    return 0;
}

int pbuf_reserve(struct pbuf *b, size_t cap)
{
    uint8_t *q;

    if (cap <= b->cap)
        return 0;
    q = realloc(b->p, cap);
    if (!q)
        return -1;
    b->p = q;
    b->cap = cap;
    return 0;
}

int reuse_after_memset(void)
{
    [[secret]] uint8_t *p = malloc(64);
    uint8_t *q;
    int rc;

    if (!p)
        return -1;
    rc = next_chunk(p, 64) | deliver(p, 64);
    memset(p, 0, 64);
    q = realloc(p, 128);
    free(q ? q : p);
    return rc;
}
