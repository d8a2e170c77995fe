// Models a key server whose helpers free, wipe or only sometimes wipe.
// CATEGORY: summaries
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

int srv_fetch(char *p, size_t n);
int srv_send(const char *p);

static void drop(char *p)
{
    free(p);
}

static void drop_wiped(char *p, size_t n)
{
    if (p)
        explicit_bzero(p, n);
    free(p);
}

static void drop_tagged([[secret]] char *p)
{
    free(p); // EXPECT: secret-missing-zeroization
}

static void drop_memset(char *p, size_t n)
{
    memset(p, 0, n);
    free(p);
}

static void maybe_wipe(char *p, size_t n, int on)
{
    if (on)
        explicit_bzero(p, n);
}

static void log_len(const char *p)
{
    srv_send(p[0] ? "full" : "empty");
}

int serve_drop(void)
{
    [[secret]] char *p = malloc(64);
    int rc;

    if (!p)
        return -1;
    rc = srv_fetch(p, 64);
    drop(p); // EXPECT: secret-missing-zeroization
    return rc;
}

int serve_drop_wiped(void)
{
    [[secret]] char *p = malloc(64);
    int rc;

    if (!p)
        return -1;
    rc = srv_fetch(p, 64);
    drop_wiped(p, 64);
    return rc;
}

int serve_drop_tagged(void)
{
    [[secret]] char *p = malloc(64);
    int rc;

    if (!p)
        return -1;
    rc = srv_fetch(p, 64);
    drop_tagged(p);
    return rc;
}

int serve_drop_memset(void)
{
    [[secret]] char *p = malloc(64);
    int rc;

    if (!p)
        return -1;
    rc = srv_fetch(p, 64);
    drop_memset(p, 64); // EXPECT: secret-elidable-zeroization
    return rc;
}

int serve_wipe_then_drop(void)
{
    [[secret]] char *p = malloc(64);
    int rc;

    if (!p)
        return -1;
    rc = srv_fetch(p, 64);
    explicit_bzero(p, 64);
    drop(p);
    return rc;
}

int serve_public(void)
{
    char *p = malloc(64);
    int rc;

    if (!p)
        return -1;
    rc = srv_fetch(p, 64);
    drop(p);
    return rc;
}

int serve_maybe(int on)
{
    [[secret]] char buf[64];
    int rc = srv_fetch(buf, sizeof buf);

    log_len(buf);
    maybe_wipe(buf, sizeof buf, on);
    return rc; // EXPECT: secret-missing-zeroization
}

int serve_surely(int on)
{
    [[secret]] char buf[64];
    int rc = srv_fetch(buf, sizeof buf);

    log_len(buf);
    maybe_wipe(buf, sizeof buf, on);
    explicit_bzero(buf, sizeof buf);
    return rc;
}
