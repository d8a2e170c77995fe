// Models a crypto provider table that is called through pointers.
// CATEGORY: function_pointers
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct provider {
    const char *name;
    int (*fetch)(int slot, uint8_t *out, size_t n);
    int (*use)(const uint8_t *k, size_t n);
};
typedef int (*fill_fn)(uint8_t *, size_t);
int builtin_fill(uint8_t *p, size_t n);
void atexit_hook(void (*fn)(void));

static int pattern_fill(uint8_t *p, size_t n)
{
    memset(p, 0x5c, n);
    return 0;
}

int provide(const struct provider *pr, int slot)
{
    [[secret]] uint8_t k[32];
    int rc = pr->fetch(slot, k, sizeof k);

    if (rc == 0)
        rc = pr->use(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int provide_forgets(const struct provider *pr, int slot)
{
    [[secret]] uint8_t k[32]; // EXPECT: secret-missing-zeroization
    int rc = pr->fetch(slot, k, sizeof k);

    return rc ? rc : pr->use(k, sizeof k);
}

int provide_one_exit(const struct provider *pr, int slot)
{
    [[secret]] uint8_t k[32];
    int rc = pr->fetch(slot, k, sizeof k);

    if (rc != 0)
        return rc; // EXPECT: secret-missing-zeroization
    rc = pr->use(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int provide_memset(const struct provider *pr, int slot)
{
    [[secret]] uint8_t k[32];
    int rc = pr->fetch(slot, k, sizeof k);

    memset(k, 0, sizeof k); // EXPECT: secret-elidable-zeroization
    return rc;
}

int provide_memset_kept(const struct provider *pr, int slot)
{
    [[secret]] uint8_t k[32];
    int rc = pr->fetch(slot, k, sizeof k);

    memset(k, 0, sizeof k);
    pr->use(NULL, 0);
    return rc;
}

int provide_untagged(const struct provider *pr, int slot)
{
    uint8_t k[32];
    int rc = pr->fetch(slot, k, sizeof k);

    return rc ? rc : pr->use(k, sizeof k);
}

int provide_local_pointer(int use_builtin)
{
    fill_fn fn = use_builtin ? builtin_fill : pattern_fill;
    [[secret]] uint8_t k[32];
    int rc = fn(k, sizeof k);

    explicit_bzero(k, sizeof k);
    return rc;
}

int provide_callback([[secret]] const uint8_t *key, int (*cb)(const uint8_t *, size_t))
{
    uint8_t k[32];
    int rc;

    memcpy(k, key, sizeof k);
    rc = cb(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}
