// Models recursive and mutually recursive helpers on key trees.
// CATEGORY: summaries
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

int leaf_sign(const uint8_t *k);
int node_secret(int id, [[secret]] uint8_t *out);

static void copy_rec(uint8_t *d, const uint8_t *s, int n)
{
    if (n == 0)
        return;
    *d = *s;
    copy_rec(d + 1, s + 1, n - 1);
}

static void even(uint8_t *d, int id);

static void odd(uint8_t *d, int id)
{
    if (id > 0)
        even(d, id - 1);
}

static void even(uint8_t *d, int id)
{
    if (id == 0)
        node_secret(id, d);
    else
        odd(d, id - 1);
}

static int depth(int n)
{
    return n <= 0 ? 0 : 1 + depth(n - 1);
}

static int walk(int id, int left)
{
    uint8_t k[32];
    int rc;

    if (left == 0)
        return 0;
    node_secret(id, k);
    rc = leaf_sign(k) + walk(id * 2, left - 1) + walk(id * 2 + 1, left - 1);
    explicit_bzero(k, sizeof k);
    return rc;
}

static int walk_forgets(int id, int left)
{
    uint8_t k[32]; // EXPECT: secret-missing-zeroization

    if (left == 0)
        return 0;
    node_secret(id, k);
    return leaf_sign(k) + walk_forgets(id * 2, left - 1);
}

int tree_copy([[secret]] const uint8_t *key)
{
    uint8_t k[32]; // EXPECT: secret-missing-zeroization

    copy_rec(k, key, sizeof k);
    return leaf_sign(k);
}

int tree_copy_wiped([[secret]] const uint8_t *key)
{
    uint8_t k[32];
    int rc;

    copy_rec(k, key, sizeof k);
    rc = leaf_sign(k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int tree_copy_public(const uint8_t *msg)
{
    uint8_t k[32];

    copy_rec(k, msg, sizeof k);
    return leaf_sign(k);
}

int tree_mutual(int id)
{
    uint8_t k[32] = {0}; // EXPECT: secret-missing-zeroization

    even(k, id);
    return leaf_sign(k);
}

int tree_mutual_wiped(int id)
{
    uint8_t k[32] = {0};
    int rc;

    even(k, id);
    rc = leaf_sign(k);
    explicit_bzero(k, sizeof k);
    return rc + depth(id) + walk(id, 3) + walk_forgets(id, 3);
}
