// Realistic module: a hierarchical deterministic wallet.
// CATEGORY: module
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#define SEED_LEN 64
#define KEY_LEN 32

struct hdnode {
    uint32_t depth;
    uint32_t child;
    uint8_t chain_code[32];
    [[secret]] uint8_t priv[KEY_LEN];
    uint8_t pub[33];
};

struct wallet {
    [[secret]] uint8_t seed[SEED_LEN];
    struct hdnode root;
    int have_root;
    int unlocked;
};

int trng_read(uint8_t *out, size_t n);
int hmac_sha512(const uint8_t *key, size_t kn, const uint8_t *in, size_t n, [[secret]] uint8_t *out);
int ec_tweak([[secret]] const uint8_t *priv, const uint8_t *tweak, [[secret]] uint8_t *out);
int ec_pub([[secret]] const uint8_t *priv, __attribute__((annotate("public"))) uint8_t *pub);
int ec_sign([[secret]] const uint8_t *priv, const uint8_t *hash, __attribute__((annotate("public"))) uint8_t *sig);
int flash_store(int slot, const void *p, size_t n);
void display_line(const char *s);
void memzero(void *p, size_t n);
const char *const *wordlist(void);

static void put_be32(uint8_t *p, uint32_t v)
{
    p[0] = (uint8_t)(v >> 24);
    p[1] = (uint8_t)(v >> 16);
    p[2] = (uint8_t)(v >> 8);
    p[3] = (uint8_t)v;
}

int node_from_seed(struct hdnode *out, [[secret]] const uint8_t *seed, size_t n)
{
    uint8_t I[64];
    int rc = hmac_sha512((const uint8_t *)"Bitcoin seed", 12, seed, n, I);

    if (rc == 0) {
        memcpy(out->priv, I, KEY_LEN);
        memcpy(out->chain_code, I + 32, 32);
        out->depth = 0;
        out->child = 0;
        rc = ec_pub(out->priv, out->pub);
    }
    memzero(I, sizeof I);
    return rc;
}

int node_child(struct hdnode *n, uint32_t i)
{
    uint8_t data[37];
    uint8_t I[64];
    int rc;

    data[0] = 0;
    memcpy(data + 1, n->priv, KEY_LEN);
    put_be32(data + 33, i | 0x80000000u);
    rc = hmac_sha512(n->chain_code, 32, data, sizeof data, I);
    if (rc != 0)
        goto out;
    rc = ec_tweak(n->priv, I, n->priv);
    if (rc != 0)
        goto out;
    n->depth++;
    n->child = i;
out:
    memzero(data, sizeof data);
    memzero(I, sizeof I);
    return rc;
}

int node_child_leaks(struct hdnode *n, uint32_t i)
{
    uint8_t data[37];
    uint8_t I[64];
    int rc;

    data[0] = 0;
    memcpy(data + 1, n->priv, KEY_LEN);
    put_be32(data + 33, i | 0x80000000u);
    rc = hmac_sha512(n->chain_code, 32, data, sizeof data, I);
    memzero(data, sizeof data);
    if (rc != 0)
        return rc; // EXPECT: secret-missing-zeroization
    rc = ec_tweak(n->priv, I, n->priv);
    memzero(I, sizeof I);
    return rc;
}

int node_path(const struct hdnode *root, const uint32_t *path, int depth, struct hdnode *out)
{
    *out = *root;
    for (int i = 0; i < depth; i++)
        if (node_child(out, path[i]) != 0)
            return -1;
    return 0;
}

int wallet_create(struct wallet *w)
{
    [[secret]] uint8_t entropy[32];
    int rc;

    if (trng_read(entropy, sizeof entropy) != 0) {
        memzero(entropy, sizeof entropy);
        return -1;
    }
    for (int i = 0; i < SEED_LEN; i++)
        w->seed[i] = entropy[i % 32] ^ (uint8_t)i;
    memzero(entropy, sizeof entropy);
    rc = node_from_seed(&w->root, w->seed, sizeof w->seed);
    w->have_root = rc == 0;
    return rc;
}

int wallet_backup(const struct wallet *w)
{
    char line[32];

    for (int i = 0; i < SEED_LEN; i++) {
        snprintf(line, sizeof line, "%d. %s", i + 1, wordlist()[w->seed[i]]);
        display_line(line);
    }
    memzero(line, sizeof line);
    return 0;
}

int wallet_sign(const struct wallet *w, const uint32_t *path, int depth, const uint8_t *hash, uint8_t *sig)
{
    struct hdnode n;
    int rc = node_path(&w->root, path, depth, &n);

    if (rc == 0)
        rc = ec_sign(n.priv, hash, sig);
    memzero(&n, sizeof n);
    return rc;
}

int wallet_sign_fields(const struct wallet *w, const uint32_t *path, int depth, const uint8_t *hash, uint8_t *sig)
{
    struct hdnode n;
    int rc = node_path(&w->root, path, depth, &n);

    if (rc == 0)
        rc = ec_sign(n.priv, hash, sig);
    memset(n.priv, 0, sizeof n.priv); // EXPECT: secret-elidable-zeroization
    return rc;
}

int wallet_address(const struct wallet *w, const uint32_t *path, int depth, uint8_t *pub)
{
    struct hdnode n = w->root; // EXPECT: secret-missing-zeroization

    for (int i = 0; i < depth; i++)
        if (node_child(&n, path[i]) != 0)
            return -1;
    memcpy(pub, n.pub, sizeof n.pub);
    return 0;
}

int wallet_fingerprint(const struct wallet *w)
{
    uint8_t pub[33];

    if (!w->have_root)
        return -1;
    memcpy(pub, w->root.pub, sizeof pub);
    return pub[1] << 8 | pub[2];
}

int wallet_store(const struct wallet *w)
{
    if (!w->unlocked)
        return -1;
    return flash_store(0, w->seed, sizeof w->seed);
}

int wallet_store_copy(const struct wallet *w)
{
    uint8_t *copy = malloc(SEED_LEN + 4);
    int rc;

    if (!copy)
        return -1;
    put_be32(copy, SEED_LEN);
    memcpy(copy + 4, w->seed, SEED_LEN);
    rc = flash_store(0, copy, SEED_LEN + 4);
    memzero(copy, SEED_LEN); // EXPECT: secret-partial-zeroization
    free(copy);
    return rc;
}

struct hdnode wallet_root(const struct wallet *w)
{
    return w->root; // EXPECT: secret-hidden-copy
}

void wallet_lock(struct wallet *w)
{
    memzero(w->seed, sizeof w->seed);
    memzero(&w->root, sizeof w->root);
    w->have_root = 0;
    w->unlocked = 0;
}

void wallet_print(const struct wallet *w)
{
    printf("depth %u child %u chain %02x\n", w->root.depth, w->root.child, w->root.chain_code[0]);
    printf("seed %02x%02x\n", w->seed[0], w->seed[1]); // EXPECT: secret-exposure
}
