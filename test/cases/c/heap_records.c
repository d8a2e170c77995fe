// Models a RADIUS proxy whose client records own secrets in heap blocks.
// CATEGORY: heap
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct client { char name[32]; [[secret]] char *shared; size_t cap; struct client *next; };
struct table { struct client *head; int n; };
int conf_secret(const char *name, char *out, size_t n);
int client_check(const struct client *c);
void registry_keep(struct client *c);

struct client *client_new(const char *name)
{
    struct client *c = calloc(1, sizeof *c);

    if (!c)
        return NULL;
    strncpy(c->name, name, sizeof c->name - 1);
    c->cap = 64;
    c->shared = malloc(c->cap);
    if (!c->shared) {
        free(c);
        return NULL;
    }
    if (conf_secret(name, c->shared, c->cap) != 0) {
        free(c->shared); // EXPECT: secret-missing-zeroization
        free(c);
        return NULL;
    }
    return c;
}

struct client *client_new_clean(const char *name)
{
    struct client *c = calloc(1, sizeof *c);

    if (!c)
        return NULL;
    c->cap = 64;
    c->shared = malloc(c->cap);
    if (!c->shared) {
        free(c);
        return NULL;
    }
    if (conf_secret(name, c->shared, c->cap) != 0) {
        explicit_bzero(c->shared, c->cap);
        free(c->shared);
        free(c);
        return NULL;
    }
    return c;
}

void client_free(struct client *c)
{
    if (!c)
        return;
    if (c->shared)
        explicit_bzero(c->shared, c->cap);
    free(c->shared);
    free(c);
}

void client_free_forgets(struct client *c)
{
    if (!c)
        return;
    free(c->shared); // EXPECT: secret-missing-zeroization
    free(c);
}

void table_clear(struct table *t)
{
    struct client *c, *next;

    for (c = t->head; c; c = next) {
        next = c->next;
        client_free(c);
    }
    t->head = NULL;
    t->n = 0;
}

int table_add(struct table *t, const char *name)
{
    struct client *c = client_new_clean(name);

    if (!c)
        return -1;
    if (client_check(c) != 0) {
        client_free(c);
        return -1;
    }
    c->next = t->head;
    t->head = c;
    t->n++;
    return 0;
}

int table_keep(const char *name)
{
    struct client *c = client_new_clean(name);

    if (!c)
        return -1;
    registry_keep(c);
    return 0;
}

int client_rename(struct client *c, const char *name)
{
    memset(c->name, 0, sizeof c->name);
    strncpy(c->name, name, sizeof c->name - 1);
    return 0;
}

int client_replace(struct client *c, [[secret]] const char *fresh)
{
    size_t n = strlen(fresh) + 1;
    char *copy = malloc(n);

    if (!copy)
        return -1;
    memcpy(copy, fresh, n);
    if (c->shared)
        explicit_bzero(c->shared, c->cap);
    free(c->shared);
    c->shared = copy;
    c->cap = n;
    return 0;
}

int client_replace_forgets(struct client *c, [[secret]] const char *fresh)
{
    char *copy = strdup(fresh);

    if (!copy)
        return -1;
    free(c->shared); // EXPECT: secret-missing-zeroization
    c->shared = copy;
    c->cap = strlen(copy) + 1;
    return 0;
}
