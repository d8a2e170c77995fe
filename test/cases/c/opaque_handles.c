// Models code that holds secrets only in handles of a library.
// CATEGORY: handles
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct key_st KEY;
typedef struct ctx_st CTX;
KEY *key_new(void);
int key_generate(KEY *k);
void key_free(KEY *k);
CTX *ctx_new(const KEY *k);
int ctx_run(CTX *c, const uint8_t *in, size_t n, uint8_t *out);
void ctx_free(CTX *c);
int key_export(const KEY *k, [[secret]] uint8_t *out, size_t n);

int sign_with_handles(const uint8_t *in, size_t n, uint8_t *sig)
{
    KEY *k = key_new();
    CTX *c = NULL;
    int rc = -1;

    if (!k)
        return -1;
    if (key_generate(k) != 0)
        goto out;
    c = ctx_new(k);
    if (!c)
        goto out;
    rc = ctx_run(c, in, n, sig);
out:
    ctx_free(c);
    key_free(k);
    return rc;
}

int export_clean(const KEY *k, FILE *f)
{
    uint8_t raw[32];
    int rc = key_export(k, raw, sizeof raw);

    if (rc == 0 && fwrite(raw, 1, sizeof raw, f) != sizeof raw)
        rc = -1;
    explicit_bzero(raw, sizeof raw);
    return rc;
}

int export_forgets(const KEY *k, FILE *f)
{
    uint8_t raw[32]; // EXPECT: secret-missing-zeroization
    int rc = key_export(k, raw, sizeof raw);

    if (rc == 0 && fwrite(raw, 1, sizeof raw, f) != sizeof raw)
        rc = -1;
    return rc;
}

int export_heap(const KEY *k, size_t n)
{
    uint8_t *raw = malloc(n);
    int rc;

    if (!raw)
        return -1;
    rc = key_export(k, raw, n);
    free(raw); // EXPECT: secret-missing-zeroization
    return rc;
}

int export_heap_clean(const KEY *k, size_t n)
{
    uint8_t *raw = calloc(1, n);
    int rc = raw ? key_export(k, raw, n) : -1;

    if (raw)
        explicit_bzero(raw, n);
    free(raw);
    return rc;
}

int use_handle_only(const uint8_t *in, size_t n)
{
    uint8_t out[64];
    KEY *k = key_new();
    int rc = -1;

    if (k) {
        CTX *c = ctx_new(k);

        if (c)
            rc = ctx_run(c, in, n, out);
        ctx_free(c);
    }
    key_free(k);
    memset(out, 0, sizeof out);
    return rc;
}
