// Models callbacks that get their context as a void pointer.
// CATEGORY: records
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

struct ctx {
    [[secret]] unsigned char key[32];
    [[secret]] char *pw;
    int n;
};
struct list {
    struct list *next;
    void *data;
};
int submit(const void *p, size_t n);

void *worker_leaks(void *arg)
{
    struct ctx *c = arg;

    free(c->pw); // EXPECT: secret-missing-zeroization
    memset(c, 0, sizeof *c); // EXPECT: secret-elidable-zeroization
    free(c);
    return NULL;
}

void *worker(void *arg)
{
    struct ctx *c = arg;

    if (c->pw)
        explicit_bzero(c->pw, strlen(c->pw));
    free(c->pw);
    explicit_bzero(c, sizeof *c);
    free(c);
    return NULL;
}

void destroy(void *arg)
{
    if (!arg)
        return;
    free((struct ctx *)arg); // EXPECT: secret-missing-zeroization
}

void destroy_pointer_size(void *arg)
{
    struct ctx *c = (struct ctx *)arg;

    explicit_bzero(c, sizeof c); // EXPECT: secret-partial-zeroization
    free(c);
}

int callback(void *arg)
{
    struct ctx *c = arg;
    char copy[32]; // EXPECT: secret-missing-zeroization

    memcpy(copy, c->key, sizeof copy);
    return submit(copy, sizeof copy);
}

int callback_clears(void *arg)
{
    struct ctx *c = arg;
    char copy[32];
    int rc;

    memcpy(copy, c->key, sizeof copy);
    rc = submit(copy, sizeof copy);
    explicit_bzero(copy, sizeof copy);
    return rc;
}

int callback_counts(void *arg)
{
    const struct ctx *c = arg;
    char copy[4];

    memcpy(copy, &c->n, sizeof copy);
    return submit(copy, sizeof copy);
}

void drop(struct list *l)
{
    struct ctx *c = l->data;

    free(c); // EXPECT: secret-missing-zeroization
}

void drop_clears(struct list *l)
{
    struct ctx *c = l->data;

    explicit_bzero(c, sizeof *c);
    free(c);
}

void drop_public([[clang::annotate("public")]] void *arg)
{
    struct ctx *c = arg;

    free(c);
}
