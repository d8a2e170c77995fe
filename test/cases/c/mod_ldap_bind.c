// Realistic module: a directory client with simple, SASL and cached binds.
// CATEGORY: module
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <fcntl.h>
#include <errno.h>

struct berval { size_t len; char *val; };
struct conn { int fd; int msgid; char host[128]; };
struct bind_cache { char dn[256]; [[secret]] char *pw; size_t cap; long stored_at; };

int ber_put(char *out, size_t cap, int tag, const void *p, size_t n);
int conn_send(struct conn *c, const char *p, size_t n);
int conn_result(struct conn *c);
int sha_salted([[secret]] const char *pw, const uint8_t *salt, __attribute__((annotate("public"))) uint8_t *out);
void liblber_wipe(void *p, size_t n);

static int open_secret_file(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
    return fd;
}

int bind_simple(struct conn *c, const char *dn, [[secret]] const char *pw)
{
    char msg[1024];
    int n = 0;
    int rc;

    n += ber_put(msg, sizeof msg, 0x04, dn, strlen(dn));
    if (n + strlen(pw) + 8 > sizeof msg)
        return -1;
    msg[n++] = (char)0x80;
    msg[n++] = (char)strlen(pw);
    memcpy(msg + n, pw, strlen(pw));
    n += (int)strlen(pw);
    rc = conn_send(c, msg, (size_t)n);
    liblber_wipe(msg, sizeof msg);
    if (rc != 0)
        return rc;
    return conn_result(c);
}

int bind_simple_stray(struct conn *c, const char *dn, [[secret]] const char *pw)
{
    char msg[1024];
    int n;

    n = snprintf(msg, sizeof msg, "BIND %s %s", dn, pw);
    if (conn_send(c, msg, (size_t)n) != 0)
        return -1; // EXPECT: secret-missing-zeroization
    liblber_wipe(msg, sizeof msg);
    return conn_result(c);
}

int bind_anonymous(struct conn *c)
{
    char msg[64];
    int n = snprintf(msg, sizeof msg, "BIND %s", c->host);

    return conn_send(c, msg, (size_t)n);
}

int bind_from_file(struct conn *c, const char *dn, const char *path)
{
    [[secret]] char pw[256];
    int fd = open_secret_file(path);
    ssize_t n;
    int rc;

    if (fd < 0)
        return -1;
    n = read(fd, pw, sizeof pw - 1);
    close(fd);
    if (n <= 0)
        return -1;
    pw[n] = '\0';
    rc = bind_simple(c, dn, pw);
    liblber_wipe(pw, sizeof pw);
    return rc;
}

int bind_from_file_trimmed(struct conn *c, const char *dn, const char *path)
{
    [[secret]] char pw[256];
    int fd = open_secret_file(path);
    ssize_t n;
    int rc;

    if (fd < 0)
        return -1;
    n = read(fd, pw, sizeof pw - 1);
    close(fd);
    if (n <= 0)
        return -1;
    pw[n] = '\0';
    pw[strcspn(pw, "\r\n")] = '\0';
    rc = bind_simple(c, dn, pw);
    liblber_wipe(pw, strlen(pw)); // EXPECT: secret-partial-zeroization
    return rc;
}

int bind_from_stream(struct conn *c, const char *dn, FILE *f)
{
    [[secret]] char pw[256];
    int rc = -1;

    if (fgets(pw, sizeof pw, f)) // EXPECT: secret-hidden-copy
        rc = bind_simple(c, dn, pw);
    liblber_wipe(pw, sizeof pw);
    return rc;
}

int cache_store(struct bind_cache *bc, const char *dn, [[secret]] const char *pw)
{
    size_t n = strlen(pw) + 1;
    char *copy = malloc(n);

    if (!copy)
        return -1;
    memcpy(copy, pw, n);
    if (strlen(dn) >= sizeof bc->dn) {
        free(copy); // EXPECT: secret-missing-zeroization
        return -1;
    }
    strcpy(bc->dn, dn);
    if (bc->pw)
        liblber_wipe(bc->pw, bc->cap);
    free(bc->pw);
    bc->pw = copy;
    bc->cap = n;
    return 0;
}

void cache_drop(struct bind_cache *bc)
{
    if (bc->pw) {
        liblber_wipe(bc->pw, bc->cap);
        free(bc->pw);
    }
    bc->pw = NULL;
    bc->cap = 0;
}

void cache_drop_quick(struct bind_cache *bc)
{
    if (bc->pw) {
        memset(bc->pw, 0, bc->cap); // EXPECT: secret-elidable-zeroization
        free(bc->pw);
    }
    bc->pw = NULL;
}

int cache_check(const struct bind_cache *bc, [[secret]] const char *pw)
{
    uint8_t a[32], b[32];
    static const uint8_t salt[8];

    if (!bc->pw)
        return -1;
    if (sha_salted(bc->pw, salt, a) != 0 || sha_salted(pw, salt, b) != 0)
        return -1;
    return memcmp(a, b, sizeof a) == 0;
}

int cache_grow(struct bind_cache *bc, size_t cap)
{
    char *p = realloc(bc->pw, cap); // EXPECT: secret-hidden-copy

    if (!p)
        return -1;
    bc->pw = p;
    bc->cap = cap;
    return 0;
}

int whoami(struct conn *c, char *out, size_t cap)
{
    char msg[128];
    int n = snprintf(msg, sizeof msg, "WHOAMI %d", c->msgid++);

    if (conn_send(c, msg, (size_t)n) != 0)
        return -1;
    n = snprintf(out, cap, "%s", msg);
    memset(msg, 0, sizeof msg);
    return n;
}

int bind_any(struct conn *c, struct bind_cache *bc, const char *dn, const char *path)
{
    int rc;

    if (bc->pw && strcmp(bc->dn, dn) == 0) {
        rc = bind_simple(c, dn, bc->pw);
        if (rc == 0)
            return 0;
        cache_drop(bc);
    }
    rc = bind_from_file(c, dn, path);
    printf("bind %s: %d (%s)\n", dn, rc, bc->pw ? "cached" : "not cached");
    return rc;
}
