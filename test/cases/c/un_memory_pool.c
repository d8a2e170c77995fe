// Models an arena allocator with zeroing and page mapping.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>

struct arena { uint8_t *base; size_t used, cap; struct arena *next; };

struct arena *arena_new(size_t cap)
{
    struct arena *a = malloc(sizeof *a);

    if (!a)
        return NULL;
    a->base = mmap(NULL, cap, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (a->base == MAP_FAILED) {
        free(a);
        return NULL;
    }
    a->used = 0;
    a->cap = cap;
    a->next = NULL;
    return a;
}

void *arena_alloc(struct arena *a, size_t n)
{
    void *p;

    n = (n + 15) & ~(size_t)15;
    if (a->used + n > a->cap)
        return NULL;
    p = a->base + a->used;
    a->used += n;
    memset(p, 0, n);
    return p;
}

char *arena_strdup(struct arena *a, const char *s)
{
    size_t n = strlen(s) + 1;
    char *p = arena_alloc(a, n);

    if (p)
        memcpy(p, s, n);
    return p;
}

void arena_reset(struct arena *a)
{
    memset(a->base, 0, a->used);
    a->used = 0;
}

void arena_free(struct arena *a)
{
    while (a) {
        struct arena *next = a->next;

        munmap(a->base, a->cap);
        free(a);
        a = next;
    }
}

int arena_user(const char **words, int n)
{
    struct arena *a = arena_new(4096);
    size_t total = 0;

    if (!a)
        return -1;
    for (int i = 0; i < n; i++) {
        char *w = arena_strdup(a, words[i]);

        if (!w)
            break;
        total += strlen(w);
    }
    arena_free(a);
    return (int)total;
}
