// Models a DNSSEC signer whose helpers fill, copy and forward key bytes.
// CATEGORY: summaries
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

int hsm_get(int slot, [[secret]] uint8_t *out, size_t n);
int sign_with(const uint8_t *k, size_t n);
int sock_get(int fd, uint8_t *out, size_t n);

static int load(int slot, uint8_t *out, size_t n)
{
    return hsm_get(slot, out, n);
}

static int load_deep(int slot, uint8_t *out)
{
    if (slot < 0)
        return -1;
    return load(slot, out, 32);
}

static void copy_bytes(uint8_t *d, const uint8_t *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        d[i] = s[i];
}

static void fill_pattern(uint8_t *d, size_t n)
{
    for (size_t i = 0; i < n; i++)
        d[i] = (uint8_t)i;
}

static char *clone([[secret]] const char *s)
{
    return strdup(s);
}

static const uint8_t *pick(const uint8_t *a, const uint8_t *b, int first)
{
    return first ? a : b;
}

int sign_loaded(int slot)
{
    uint8_t k[32]; // EXPECT: secret-missing-zeroization
    int rc = load(slot, k, sizeof k);

    return rc ? rc : sign_with(k, sizeof k);
}

int sign_loaded_deep(int slot)
{
    uint8_t k[32]; // EXPECT: secret-missing-zeroization
    int rc = load_deep(slot, k);

    return rc ? rc : sign_with(k, sizeof k);
}

int sign_loaded_wiped(int slot)
{
    uint8_t k[32];
    int rc = load_deep(slot, k);

    if (rc == 0)
        rc = sign_with(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int sign_copied([[secret]] const uint8_t *key)
{
    uint8_t k[32]; // EXPECT: secret-missing-zeroization

    copy_bytes(k, key, sizeof k);
    return sign_with(k, sizeof k);
}

int sign_copied_public(const uint8_t *msg)
{
    uint8_t k[32];

    copy_bytes(k, msg, sizeof k);
    return sign_with(k, sizeof k);
}

int sign_pattern(void)
{
    uint8_t k[32];

    fill_pattern(k, sizeof k);
    return sign_with(k, sizeof k);
}

int sign_clone([[secret]] const char *s)
{
    char *c = clone(s);
    int rc;

    if (!c)
        return -1;
    rc = sign_with((const uint8_t *)c, strlen(c));
    free(c); // EXPECT: secret-missing-zeroization
    return rc;
}

int sign_clone_wiped([[secret]] const char *s)
{
    char *c = clone(s);
    int rc;

    if (!c)
        return -1;
    rc = sign_with((const uint8_t *)c, strlen(c));
    explicit_bzero(c, strlen(c));
    free(c);
    return rc;
}

int sign_picked([[secret]] const uint8_t *a, const uint8_t *b, int first)
{
    uint8_t k[32];
    int rc;

    memcpy(k, pick(a, b, first), sizeof k);
    rc = sign_with(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int sign_untagged(int fd)
{
    uint8_t k[32];

    if (sock_get(fd, k, sizeof k) != 0)
        return -1;
    return sign_with(k, sizeof k);
}
