// Models a SAML signer with secrets in nested blocks.
// CATEGORY: scopes
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

int key_part(int i, uint8_t *p, size_t n);
int combine(const uint8_t *a, const uint8_t *b);
void trace(const char *s);

int sign_inner_end(int i)
{
    int rc = 0;

    if (i > 0) {
        [[secret]] uint8_t part[24];

        rc = key_part(i, part, sizeof part);
        if (rc == 0) {
            rc = combine(part, part);
            explicit_bzero(part, sizeof part);
        }
    } // EXPECT: secret-missing-zeroization
    return rc;
}

int sign_inner_clean(int i)
{
    int rc = 0;

    if (i > 0) {
        [[secret]] uint8_t part[24];

        rc = key_part(i, part, sizeof part);
        if (rc == 0)
            rc = combine(part, part);
        explicit_bzero(part, sizeof part);
    }
    return rc;
}

int sign_two_levels(int i)
{
    [[secret]] uint8_t outer[24];
    int rc = key_part(i, outer, sizeof outer);

    {
        [[secret]] uint8_t inner[24];

        rc |= key_part(i + 1, inner, sizeof inner);
        rc |= combine(outer, inner);
        if (rc) {
            explicit_bzero(inner, sizeof inner);
            return rc; // EXPECT: secret-missing-zeroization
        }
        explicit_bzero(inner, sizeof inner);
    }
    explicit_bzero(outer, sizeof outer);
    return rc;
}

int sign_two_levels_clean(int i)
{
    [[secret]] uint8_t outer[24];
    int rc = key_part(i, outer, sizeof outer);

    {
        [[secret]] uint8_t inner[24];

        rc |= key_part(i + 1, inner, sizeof inner);
        rc |= combine(outer, inner);
        explicit_bzero(inner, sizeof inner);
    }
    explicit_bzero(outer, sizeof outer);
    return rc;
}

int sign_shadow(int i)
{
    [[secret]] uint8_t part[24];
    int rc = key_part(i, part, sizeof part);

    {
        uint8_t part[24] = {0};

        trace("shadow");
        explicit_bzero(part, sizeof part);
    }
    rc |= combine(part, part);
    explicit_bzero(part, sizeof part);
    return rc;
}

int sign_shadow_wrong(int i)
{
    [[secret]] uint8_t part[24]; // EXPECT: secret-missing-zeroization
    int rc = key_part(i, part, sizeof part);

    rc |= combine(part, part);
    {
        uint8_t part[24] = {0};

        trace("shadow");
        explicit_bzero(part, sizeof part);
    }
    return rc;
}

int sign_memset_inner(int i)
{
    int rc;

    {
        [[secret]] uint8_t part[24];

        rc = key_part(i, part, sizeof part);
        rc |= combine(part, part);
        memset(part, 0, sizeof part); // EXPECT: secret-elidable-zeroization
    }
    trace("left the block");
    return rc;
}
