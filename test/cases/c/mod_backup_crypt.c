// Realistic module: an encrypting backup tool with key files and passphrases.
// CATEGORY: module
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>

#define SALT_LEN 16
#define CHUNK 4096

struct keyring_entry { char label[32]; [[secret]] uint8_t key[32]; };
struct keyring { struct keyring_entry *e; size_t n, cap; };
struct archive { int fd; uint8_t salt[SALT_LEN]; [[secret]] uint8_t key[32]; uint64_t written; };

int argon_derive([[secret]] const char *pw, size_t n, const uint8_t *salt, uint8_t *out, size_t outlen);
int chacha_block([[secret]] const uint8_t *key, const uint8_t *in, size_t n,
                 __attribute__((annotate("public"))) uint8_t *out);
int poly_tag([[secret]] const uint8_t *key, const uint8_t *in, size_t n,
             __attribute__((annotate("public"))) uint8_t *tag);
void OPENSSL_cleanse(void *p, size_t n);

static int tty_noecho(int fd, struct termios *saved)
{
    struct termios t;

    if (tcgetattr(fd, saved) != 0)
        return -1;
    t = *saved;
    t.c_lflag &= ~(tcflag_t)ECHO;
    return tcsetattr(fd, TCSANOW, &t);
}

static int read_line(int fd, [[secret]] char *buf, size_t cap)
{
    size_t n = 0;
    char c;

    while (n + 1 < cap && read(fd, &c, 1) == 1 && c != '\n')
        buf[n++] = c;
    buf[n] = '\0';
    return (int)n;
}

int prompt_key(struct archive *a, const char *prompt)
{
    struct termios saved;
    char pw[256];
    int n, rc;

    if (tty_noecho(0, &saved) != 0)
        return -1;
    fputs(prompt, stderr);
    n = read_line(0, pw, sizeof pw);
    tcsetattr(0, TCSANOW, &saved);
    rc = n > 0 ? argon_derive(pw, (size_t)n, a->salt, a->key, sizeof a->key) : -1;
    OPENSSL_cleanse(pw, sizeof pw);
    return rc;
}

int prompt_key_twice(struct archive *a)
{
    char one[256];
    char two[256];
    int n, rc = -1;

    n = read_line(0, one, sizeof one);
    if (n < 8) {
        fprintf(stderr, "too short: %d\n", n);
        OPENSSL_cleanse(one, sizeof one);
        return -1;
    }
    if (read_line(0, two, sizeof two) != n || memcmp(one, two, (size_t)n) != 0) {
        fprintf(stderr, "passphrases differ\n");
        OPENSSL_cleanse(one, sizeof one);
        return -1; // EXPECT: secret-missing-zeroization
    }
    rc = argon_derive(one, (size_t)n, a->salt, a->key, sizeof a->key);
    OPENSSL_cleanse(one, sizeof one);
    OPENSSL_cleanse(two, sizeof two);
    return rc;
}

int key_file(struct archive *a, const char *path)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return -1;
    if (fstat(fd, &st) != 0 || (st.st_mode & 077) != 0) {
        fprintf(stderr, "%s: mode %o\n", path, (unsigned)st.st_mode & 07777);
        close(fd);
        return -1;
    }
    if (read(fd, a->key, sizeof a->key) != (ssize_t)sizeof a->key) {
        close(fd);
        return -1;
    }
    close(fd);
    return 0;
}

int keyring_add(struct keyring *k, const char *label, [[secret]] const uint8_t *key)
{
    if (k->n == k->cap) {
        size_t cap = k->cap ? 2 * k->cap : 4;
        struct keyring_entry *e = calloc(cap, sizeof *e);

        if (!e)
            return -1;
        if (k->n)
            memcpy(e, k->e, k->n * sizeof *e);
        if (k->e)
            OPENSSL_cleanse(k->e, k->cap * sizeof *e);
        free(k->e);
        k->e = e;
        k->cap = cap;
    }
    snprintf(k->e[k->n].label, sizeof k->e[k->n].label, "%s", label);
    memcpy(k->e[k->n].key, key, 32);
    k->n++;
    return 0;
}

int keyring_add_realloc(struct keyring *k, const char *label, [[secret]] const uint8_t *key)
{
    struct keyring_entry *e = realloc(k->e, (k->n + 1) * sizeof *e); // EXPECT: secret-hidden-copy

    if (!e)
        return -1;
    k->e = e;
    snprintf(e[k->n].label, sizeof e[k->n].label, "%s", label);
    memcpy(e[k->n].key, key, 32);
    k->n++;
    return 0;
}

void keyring_free(struct keyring *k)
{
    if (k->e)
        OPENSSL_cleanse(k->e, k->n * sizeof *k->e);
    free(k->e);
    k->e = NULL;
    k->n = k->cap = 0;
}

int keyring_list(const struct keyring *k)
{
    for (size_t i = 0; i < k->n; i++)
        printf("%2zu %s\n", i, k->e[i].label);
    return (int)k->n;
}

int keyring_dump(const struct keyring *k, size_t i)
{
    char hex[65];

    for (int b = 0; b < 32; b++)
        snprintf(hex + 2 * b, 3, "%02x", k->e[i].key[b]);
    puts(hex); // EXPECT: secret-exposure
    OPENSSL_cleanse(hex, sizeof hex);
    return 0;
}

int archive_chunk(struct archive *a, const uint8_t *in, size_t n)
{
    uint8_t ct[CHUNK];
    uint8_t tag[16];

    if (n > sizeof ct || chacha_block(a->key, in, n, ct) != 0)
        return -1;
    if (poly_tag(a->key, ct, n, tag) != 0)
        return -1;
    if (write(a->fd, ct, n) != (ssize_t)n || write(a->fd, tag, sizeof tag) != (ssize_t)sizeof tag)
        return -1;
    a->written += n + sizeof tag;
    return 0;
}

int archive_rekey(struct archive *a, [[secret]] const uint8_t *mix)
{
    uint8_t next[32];
    int rc = 0;

    for (int i = 0; i < 32; i++)
        next[i] = a->key[i] ^ mix[i];
    if (next[0] == 0)
        rc = -1;
    else
        memcpy(a->key, next, sizeof next);
    memset(next, 0, sizeof next); // EXPECT: secret-elidable-zeroization
    return rc;
}

struct archive *archive_open(const char *path, const char *keypath)
{
    struct archive *a = calloc(1, sizeof *a);

    if (!a)
        return NULL;
    a->fd = open(path, O_WRONLY | O_CREAT, 0600);
    if (a->fd < 0) {
        free(a);
        return NULL;
    }
    if (key_file(a, keypath) != 0) {
        OPENSSL_cleanse(a->key, sizeof a->key);
        close(a->fd);
        free(a);
        return NULL;
    }
    return a;
}

int archive_close(struct archive *a)
{
    int rc = close(a->fd);

    OPENSSL_cleanse(a, sizeof a); // EXPECT: secret-partial-zeroization
    free(a);
    return rc;
}

int archive_end(struct archive *a)
{
    int rc = close(a->fd);

    OPENSSL_cleanse(a, sizeof *a);
    free(a);
    return rc;
}
