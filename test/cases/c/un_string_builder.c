// Models a growing string builder and its users.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdarg.h>

struct sb { char *p; size_t n, cap; };

int sb_reserve(struct sb *b, size_t more)
{
    size_t cap = b->cap ? b->cap : 32;
    char *q;

    while (cap < b->n + more + 1)
        cap *= 2;
    if (cap == b->cap)
        return 0;
    q = realloc(b->p, cap);
    if (!q)
        return -1;
    b->p = q;
    b->cap = cap;
    return 0;
}

int sb_put(struct sb *b, const char *s)
{
    size_t n = strlen(s);

    if (sb_reserve(b, n) != 0)
        return -1;
    memcpy(b->p + b->n, s, n + 1);
    b->n += n;
    return 0;
}

int sb_printf(struct sb *b, const char *fmt, ...)
{
    va_list ap;
    char tmp[256];
    int n;

    va_start(ap, fmt);
    n = vsnprintf(tmp, sizeof tmp, fmt, ap);
    va_end(ap);
    return n < 0 ? -1 : sb_put(b, tmp);
}

char *sb_take(struct sb *b)
{
    char *p = b->p;

    b->p = NULL;
    b->n = b->cap = 0;
    return p;
}

void sb_free(struct sb *b)
{
    if (b->p)
        memset(b->p, 0, b->cap);
    free(b->p);
    *b = (struct sb){0};
}

int sb_demo(int n)
{
    struct sb b = {0};

    for (int i = 0; i < n; i++)
        if (sb_printf(&b, "%d,", i) != 0)
            break;
    if (b.p)
        puts(b.p);
    sb_free(&b);
    return n;
}
