// Models an ordered tree and a free list.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct node { int key; struct node *l, *r; uint8_t payload[24]; };
struct pool { struct node *free_list; int live; };

static struct node *take(struct pool *p)
{
    struct node *n = p->free_list;

    if (n)
        p->free_list = n->r;
    else
        n = malloc(sizeof *n);
    if (n) {
        memset(n, 0, sizeof *n);
        p->live++;
    }
    return n;
}

static void give(struct pool *p, struct node *n)
{
    memset(n->payload, 0, sizeof n->payload);
    n->r = p->free_list;
    p->free_list = n;
    p->live--;
}

struct node *insert(struct pool *p, struct node *t, int key, const uint8_t *payload)
{
    if (!t) {
        t = take(p);
        if (!t)
            return NULL;
        t->key = key;
        memcpy(t->payload, payload, sizeof t->payload);
        return t;
    }
    if (key < t->key)
        t->l = insert(p, t->l, key, payload);
    else if (key > t->key)
        t->r = insert(p, t->r, key, payload);
    return t;
}

void drop_tree(struct pool *p, struct node *t)
{
    if (!t)
        return;
    drop_tree(p, t->l);
    drop_tree(p, t->r);
    give(p, t);
}

void pool_end(struct pool *p)
{
    while (p->free_list) {
        struct node *n = p->free_list;

        p->free_list = n->r;
        free(n);
    }
}

int height(const struct node *t)
{
    int a, b;

    if (!t)
        return 0;
    a = height(t->l);
    b = height(t->r);
    return 1 + (a > b ? a : b);
}
