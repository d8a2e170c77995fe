// Models a pool of connections that is cleared element by element.
// CATEGORY: loops
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

struct conn {
    int fd;
    [[secret]] unsigned char k[32];
};
struct pool {
    struct conn *v;
    size_t n;
};
struct table {
    struct conn c[4];
    int n;
};
int peer_note(const void *p, size_t n);

void pool_free(struct pool *p)
{
    for (size_t i = 0; i < p->n; i++)
        explicit_bzero(p->v[i].k, sizeof p->v[i].k);
    free(p->v);
}

void pool_free_by_pointer(struct pool *p)
{
    for (size_t i = 0; i < p->n; i++) {
        struct conn *c = &p->v[i];

        explicit_bzero(c, sizeof *c);
    }
    free(p->v);
}

void pool_free_notes(struct pool *p)
{
    for (size_t i = 0; i < p->n; i++)
        peer_note(p->v[i].k, 0);
    free(p->v); // EXPECT: secret-missing-zeroization
}

void pool_free_half(struct pool *p)
{
    for (size_t i = 0; i < p->n; i++)
        explicit_bzero(p->v[i].k, 16); // EXPECT: secret-partial-zeroization
    free(p->v);
}

void table_free(struct table *t)
{
    for (int i = 0; i < t->n; i++)
        explicit_bzero(t->c[i].k, sizeof t->c[i].k);
    free(t);
}

static int table_find(struct table *t, int fd)
{
    for (int i = 0; i < t->n; i++)
        if (t->c[i].fd == fd)
            return i;
    return -1;
}

int table_use(struct table *t, int fd)
{
    int i = table_find(t, fd);

    return i < 0 ? -1 : peer_note(t->c[i].k, 32);
}
