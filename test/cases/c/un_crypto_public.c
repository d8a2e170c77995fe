// Models a checksum and certificate tool that handles public values only.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

unsigned char *SHA256(const unsigned char *d, size_t n, unsigned char *md);
int verify_sig(const uint8_t *pub, const uint8_t *sig, const uint8_t *md);
int cert_field(const uint8_t *der, size_t n, int field, uint8_t *out, size_t cap);
struct cert { uint8_t pub[32]; uint8_t sig[64]; uint8_t serial[8]; };

int cert_parse(const uint8_t *der, size_t n, struct cert *c)
{
    if (cert_field(der, n, 1, c->pub, sizeof c->pub) != 0)
        return -1;
    if (cert_field(der, n, 2, c->sig, sizeof c->sig) != 0)
        return -1;
    return cert_field(der, n, 3, c->serial, sizeof c->serial);
}

int cert_verify(const uint8_t *der, size_t n)
{
    struct cert c;
    uint8_t md[32];
    uint8_t key[32];

    if (cert_parse(der, n, &c) != 0)
        return -1;
    SHA256(der, n, md);
    memcpy(key, c.pub, sizeof key);
    return verify_sig(key, c.sig, md);
}

struct cert *cert_dup(const struct cert *c)
{
    struct cert *d = malloc(sizeof *d);

    if (d)
        *d = *c;
    return d;
}

void cert_drop(struct cert *c)
{
    if (!c)
        return;
    memset(c->serial, 0, sizeof c->serial);
    free(c);
}

int cert_same(const struct cert *a, const struct cert *b)
{
    uint8_t diff = 0;

    for (size_t i = 0; i < sizeof a->pub; i++)
        diff |= a->pub[i] ^ b->pub[i];
    return diff == 0;
}

struct cert cert_blank(void)
{
    struct cert c = {0};

    return c;
}
