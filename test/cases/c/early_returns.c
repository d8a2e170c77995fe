// Models helpers that check their arguments before they clear.
// CATEGORY: summaries
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

int peer_key(void *out, size_t n);

static void wipe(void *p, size_t n)
{
    if (!p || n == 0)
        return;
    explicit_bzero(p, n);
}

static void wipe_if(void *p, size_t n)
{
    if (p != NULL && n > 0)
        explicit_bzero(p, n);
}

static void wipe_unless(void *p, size_t n, int keep)
{
    if (!p || keep)
        return;
    explicit_bzero(p, n);
}

int checked(void)
{
    [[secret]] unsigned char k[32];
    int rc = peer_key(k, sizeof k);

    wipe(k, sizeof k);
    return rc;
}

int checked_the_other_way(void)
{
    [[secret]] unsigned char k[32];
    int rc = peer_key(k, sizeof k);

    wipe_if(k, sizeof k);
    return rc;
}

int kept(int keep)
{
    [[secret]] unsigned char k[32];
    int rc = peer_key(k, sizeof k);

    wipe_unless(k, sizeof k, keep);
    return rc; // EXPECT: secret-missing-zeroization
}

int not_kept(void)
{
    [[secret]] unsigned char k[32];
    int rc = peer_key(k, sizeof k);

    wipe_unless(k, sizeof k, 0);
    return rc;
}

struct conn {
    int fd;
    [[secret]] unsigned char k[32];
};

static struct conn *conn_open(void)
{
    struct conn *c = calloc(1, sizeof *c);

    if (c)
        peer_key(c->k, sizeof c->k);
    return c;
}

static void conn_close(struct conn **c)
{
    if (!c || !*c)
        return;
    explicit_bzero(*c, sizeof **c);
    free(*c);
    *c = NULL;
}

static void conn_drop(struct conn **c)
{
    if (!c || !*c)
        return;
    free(*c); // EXPECT: secret-missing-zeroization
    *c = NULL;
}

int session(void)
{
    struct conn *c = conn_open();

    if (!c)
        return -1;
    conn_close(&c);
    return 0;
}
