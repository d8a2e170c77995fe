// Models certificate tooling that clears heap keys before free in removable ways.
// CATEGORY: elidable
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct pkey { int type; [[secret]] uint8_t d[48]; [[secret]] uint8_t *blob; size_t blob_len; };
int pkey_parse(const char *file, uint8_t *out, size_t n);
int pkey_load(struct pkey *k, const char *file);
int pkey_sign(const uint8_t *d, size_t n);
void report(const char *s);

int sign_memset(const char *file)
{
    [[secret]] uint8_t *d = malloc(48);
    int rc;

    if (!d)
        return -1;
    rc = pkey_parse(file, d, 48) || pkey_sign(d, 48);
    memset(d, 0, 48); // EXPECT: secret-elidable-zeroization
    free(d);
    return rc;
}

int sign_loop(const char *file)
{
    [[secret]] uint8_t *d = malloc(48);
    int rc;

    if (!d)
        return -1;
    rc = pkey_parse(file, d, 48) || pkey_sign(d, 48);
    for (int i = 0; i < 48; i++) d[i] = 0; // EXPECT: secret-elidable-zeroization
    free(d);
    return rc;
}

int sign_kept(const char *file)
{
    [[secret]] uint8_t *d = malloc(48);
    int rc;

    if (!d)
        return -1;
    rc = pkey_parse(file, d, 48) || pkey_sign(d, 48);
    memset(d, 0, 48);
    report("signed");
    free(d);
    return rc;
}

int sign_guarded(const char *file)
{
    [[secret]] uint8_t *d = malloc(48);
    int rc = -1;

    if (d)
        rc = pkey_parse(file, d, 48);
    if (d)
        memset(d, 0, 48); // EXPECT: secret-elidable-zeroization
    free(d);
    return rc;
}

int sign_barrier(const char *file)
{
    [[secret]] uint8_t *d = malloc(48);
    int rc;

    if (!d)
        return -1;
    rc = pkey_parse(file, d, 48) || pkey_sign(d, 48);
    memset(d, 0, 48);
    __asm__ __volatile__("" : : "r"(d) : "memory");
    free(d);
    return rc;
}

int sign_record(const char *file)
{
    struct pkey *k = calloc(1, sizeof *k);
    int rc;

    if (!k)
        return -1;
    rc = pkey_parse(file, k->d, sizeof k->d) || pkey_sign(k->d, sizeof k->d);
    *k = (struct pkey){0}; // EXPECT: secret-elidable-zeroization
    free(k);
    return rc;
}

void pkey_drop(struct pkey *k)
{
    if (!k)
        return;
    if (k->blob) {
        explicit_bzero(k->blob, k->blob_len);
        free(k->blob);
    }
    explicit_bzero(k->d, sizeof k->d);
    free(k);
}

void pkey_drop_memsets(struct pkey *k)
{
    if (!k)
        return;
    if (k->blob) {
        memset(k->blob, 0, k->blob_len); // EXPECT: secret-elidable-zeroization
        free(k->blob);
    }
    memset(k->d, 0, sizeof k->d); // EXPECT: secret-elidable-zeroization
    free(k);
}

void pkey_reset(struct pkey *k)
{
    memset(k->d, 0, sizeof k->d);
    k->type = 0;
}

int sign_two_releases(const char *file)
{
    [[secret]] uint8_t *d = malloc(48);
    int rc;

    if (!d)
        return -1;
    rc = pkey_parse(file, d, 48);
    if (rc != 0) {
        memset(d, 0, 48); // EXPECT: secret-elidable-zeroization
        free(d);
        return rc;
    }
    rc = pkey_sign(d, 48);
    explicit_bzero(d, 48);
    free(d);
    return rc;
}
