// Models an IPsec SA record that is cleared in pieces.
// CATEGORY: partial
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct sa {
    uint32_t spi;
    uint32_t flags;
    [[secret]] uint8_t enc[32];
    [[secret]] uint8_t auth[20];
    uint8_t seqbits[8];
};
int sa_negotiate(struct sa *s);
int sa_install(const struct sa *s);
int ikm(uint8_t *p, size_t n);

int install_pieces(void)
{
    struct sa s;
    int rc = sa_negotiate(&s);

    if (rc == 0)
        rc = sa_install(&s);
    explicit_bzero(s.enc, sizeof s.enc);
    explicit_bzero(s.auth, sizeof s.auth);
    return rc;
}

int install_one_piece(void)
{
    struct sa s;
    int rc = sa_negotiate(&s);

    if (rc == 0)
        rc = sa_install(&s);
    explicit_bzero(s.enc, sizeof s.enc); // EXPECT: secret-partial-zeroization
    return rc;
}

int install_whole(void)
{
    struct sa s;
    int rc = sa_negotiate(&s);

    if (rc == 0)
        rc = sa_install(&s);
    explicit_bzero(&s, sizeof s);
    return rc;
}

int install_header_only(void)
{
    struct sa s;
    int rc = sa_negotiate(&s);

    if (rc == 0)
        rc = sa_install(&s);
    explicit_bzero(&s, 8); // EXPECT: secret-partial-zeroization
    return rc;
}

int install_range(void)
{
    struct sa s;
    int rc = sa_negotiate(&s);

    if (rc == 0)
        rc = sa_install(&s);
    explicit_bzero(s.enc, sizeof s.enc + sizeof s.auth);
    return rc;
}

int install_from_offset(void)
{
    struct sa s;
    int rc = sa_negotiate(&s);

    if (rc == 0)
        rc = sa_install(&s);
    explicit_bzero((uint8_t *)&s + offsetof(struct sa, enc), sizeof s - offsetof(struct sa, enc));
    return rc;
}

int halves(void)
{
    [[secret]] uint8_t k[64];
    int rc = ikm(k, sizeof k);

    explicit_bzero(k, 32);
    explicit_bzero(k + 32, 32);
    return rc;
}

int halves_with_gap(void)
{
    [[secret]] uint8_t k[64];
    int rc = ikm(k, sizeof k);

    explicit_bzero(k, 32), explicit_bzero(k + 40, 24); // EXPECT: secret-partial-zeroization
    return rc;
}

int halves_element_address(void)
{
    [[secret]] uint8_t k[64];
    int rc = ikm(k, sizeof k);

    explicit_bzero(&k[32], 32);
    explicit_bzero(&k[0], 32);
    return rc;
}

int upper_half(void)
{
    [[secret]] uint8_t k[64];
    int rc = ikm(k, sizeof k);

    explicit_bzero(k + 32, 32); // EXPECT: secret-partial-zeroization
    return rc;
}

void sa_drop(struct sa *s)
{
    if (!s)
        return;
    explicit_bzero(s->enc, sizeof s->enc);
    explicit_bzero(s->auth, sizeof s->auth);
    free(s);
}

void sa_drop_enc_only(struct sa *s)
{
    if (!s)
        return;
    explicit_bzero(s->enc, sizeof s->enc); // EXPECT: secret-partial-zeroization
    free(s);
}

void sa_rekey_enc_only(struct sa *s)
{
    explicit_bzero(s->enc, sizeof s->enc);
}
