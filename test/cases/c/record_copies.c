// Models session records that are copied whole or by field.
// CATEGORY: record_copy
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct session { uint32_t id; uint8_t nonce[16]; [[secret]] uint8_t key[32]; };
struct pair { struct session a, b; };
int session_check(const struct session *s);
int session_new(struct session *s);

int copy_assign(const struct session *live)
{
    struct session c; // EXPECT: secret-missing-zeroization

    c = *live;
    return session_check(&c);
}

int copy_assign_wiped(const struct session *live)
{
    struct session c;
    int rc;

    c = *live;
    rc = session_check(&c);
    explicit_bzero(&c, sizeof c);
    return rc;
}

int copy_memcpy(const struct session *live)
{
    struct session c; // EXPECT: secret-missing-zeroization

    memcpy(&c, live, sizeof c);
    return session_check(&c);
}

int copy_nested(const struct pair *p)
{
    struct session c = p->b; // EXPECT: secret-missing-zeroization

    return session_check(&c);
}

int copy_public_fields(const struct session *live)
{
    struct session c = {0};

    c.id = live->id;
    memcpy(c.nonce, live->nonce, sizeof c.nonce);
    return session_check(&c);
}

int copy_field(const struct session *live)
{
    uint8_t k[32]; // EXPECT: secret-missing-zeroization

    memcpy(k, live->key, sizeof k);
    return k[0] == 0;
}

int copy_nonce(const struct session *live)
{
    uint8_t n[16];

    memcpy(n, live->nonce, sizeof n);
    return n[0] == 0;
}

int copy_bytes(const struct session *live)
{
    uint8_t raw[sizeof(struct session)]; // EXPECT: secret-missing-zeroization

    memcpy(raw, live, sizeof raw);
    return raw[0] == 0;
}

int copy_alias(struct session *live)
{
    struct session *c = live;

    c->id++;
    return session_check(c);
}

int copy_into_caller(struct pair *p)
{
    p->b = p->a;
    return session_check(&p->b);
}

int copy_then_memset(const struct session *live)
{
    struct session c = *live;
    int rc = session_check(&c);

    memset(&c, 0, sizeof c); // EXPECT: secret-elidable-zeroization
    return rc;
}

struct session *copy_heap(const struct session *live)
{
    struct session *c = malloc(sizeof *c);

    if (c)
        *c = *live;
    return c;
}

int copy_heap_freed(const struct session *live)
{
    struct session *c = malloc(sizeof *c);
    int rc;

    if (!c)
        return -1;
    *c = *live;
    rc = session_check(c);
    free(c); // EXPECT: secret-missing-zeroization
    return rc;
}

int copy_new(void)
{
    struct session s;
    int rc = session_new(&s);

    if (rc < 0)
        return rc; // EXPECT: secret-missing-zeroization
    rc = session_check(&s);
    explicit_bzero(&s, sizeof s);
    return rc;
}
