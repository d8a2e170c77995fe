// Models careful code that clears ordinary buffers in every odd way.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>
#include <strings.h>

struct rec { int id; char name[16]; char *note; };
int rec_load(struct rec *r);
int rec_use(const struct rec *r);
void *memset_fn(void *p, int c, size_t n);

int odd_sizes(void)
{
    char *p = malloc(64);
    char a[64];
    int rc;

    if (!p)
        return -1;
    rc = rec_use((const struct rec *)(void *)p);
    memset(p, 0, sizeof(p));
    memset(a, sizeof a, 0);
    bzero(a, 4);
    free(p);
    return rc;
}

int odd_clear(void)
{
    struct rec r;
    int rc = rec_load(&r);

    if (rc == 0)
        rc = rec_use(&r);
    memset(r.name, 0, sizeof r.name);
    free(r.note);
    memset(&r, 0, sizeof r);
    return rc;
}

int odd_loop(void)
{
    struct rec rs[8];
    int rc = 0;

    for (int i = 0; i < 8; i++)
        rc |= rec_load(&rs[i]);
    for (int i = 0; i < 7; i++)
        memset(&rs[i], 0, sizeof rs[i]);
    return rc;
}

int odd_wiper(void)
{
    char buf[32] = "temporary";

    explicit_bzero(buf, 4);
    return buf[5];
}

int odd_barrier(void)
{
    char buf[32] = {0};

    buf[0] = 1;
    memset(buf, 0, sizeof buf);
    __asm__ __volatile__("" : : "r"(buf));
    return 0;
}

struct rec odd_value(struct rec r)
{
    r.id++;
    return r;
}

static char scratch[128];

const char *odd_static(const char *s)
{
    static char local[32];

    strncpy(local, s, sizeof local - 1);
    strncpy(scratch, local, sizeof scratch - 1);
    return local;
}
