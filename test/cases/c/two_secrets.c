// Models functions with several secrets whose exits differ.
// CATEGORY: exits
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

int dh_priv(uint8_t *p, size_t n);
int dh_shared(const uint8_t *priv, uint8_t *z, size_t n);
int dh_use(const uint8_t *z);

int both_wiped(void)
{
    [[secret]] uint8_t priv[32];
    [[secret]] uint8_t z[32];
    int rc = dh_priv(priv, sizeof priv);

    if (rc != 0) {
        explicit_bzero(priv, sizeof priv);
        return rc;
    }
    rc = dh_shared(priv, z, sizeof z);
    if (rc == 0)
        rc = dh_use(z);
    explicit_bzero(priv, sizeof priv);
    explicit_bzero(z, sizeof z);
    return rc;
}

int first_never(void)
{
    [[secret]] uint8_t priv[32]; // EXPECT: secret-missing-zeroization
    [[secret]] uint8_t z[32];
    int rc = dh_priv(priv, sizeof priv);

    if (rc != 0)
        return rc;
    rc = dh_shared(priv, z, sizeof z);
    if (rc == 0)
        rc = dh_use(z);
    explicit_bzero(z, sizeof z);
    return rc;
}

int early_return(void)
{
    [[secret]] uint8_t priv[32];
    [[secret]] uint8_t z[32];
    int rc = dh_priv(priv, sizeof priv);

    if (rc != 0)
        return rc; // EXPECT: secret-missing-zeroization
    rc = dh_shared(priv, z, sizeof z);
    explicit_bzero(priv, sizeof priv);
    if (rc != 0)
        return rc; // EXPECT: secret-missing-zeroization
    rc = dh_use(z);
    explicit_bzero(z, sizeof z);
    return rc;
}

int mixed_forms(void)
{
    [[secret]] uint8_t priv[32];
    [[secret]] uint8_t z[32];
    int rc = dh_priv(priv, sizeof priv);

    rc |= dh_shared(priv, z, sizeof z);
    rc |= dh_use(z);
    explicit_bzero(z, 16); // EXPECT: secret-partial-zeroization
    memset(priv, 0, sizeof priv); // EXPECT: secret-elidable-zeroization
    return rc;
}

int wrong_object(void)
{
    [[secret]] uint8_t priv[32]; // EXPECT: secret-missing-zeroization
    [[secret]] uint8_t z[32];
    int rc = dh_priv(priv, sizeof priv);

    rc |= dh_shared(priv, z, sizeof z);
    rc |= dh_use(z);
    explicit_bzero(z, sizeof z);
    explicit_bzero(z, sizeof priv);
    return rc;
}

void void_end(int *rc)
{
    [[secret]] uint8_t priv[32];

    *rc = dh_priv(priv, sizeof priv);
    if (*rc == 0) {
        *rc = dh_use(priv);
        explicit_bzero(priv, sizeof priv);
    }
} // EXPECT: secret-missing-zeroization

void void_never(int *rc)
{
    [[secret]] uint8_t priv[32]; // EXPECT: secret-missing-zeroization

    *rc = dh_priv(priv, sizeof priv);
}

int elided_or_not(int fast)
{
    [[secret]] uint8_t priv[32];
    int rc = dh_priv(priv, sizeof priv);

    if (fast) {
        memset(priv, 0, sizeof priv); // EXPECT: secret-elidable-zeroization
        return rc;
    }
    rc |= dh_use(priv);
    return rc; // EXPECT: secret-missing-zeroization
}
