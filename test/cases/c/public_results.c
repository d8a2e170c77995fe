// Models encryption and signing whose outputs are tagged public.
// CATEGORY: declassified
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

__attribute__((annotate("public"))) uint32_t crc_of(const uint8_t *p, size_t n);
int seal_msg([[secret]] const uint8_t *key, const uint8_t *in, size_t n,
             __attribute__((annotate("public"))) uint8_t *ct);
int pub_from_priv([[secret]] const uint8_t *priv, __attribute__((annotate("public"))) uint8_t *pub);
int kx_secret([[secret]] const uint8_t *priv, const uint8_t *pub, [[secret]] uint8_t *out);
int send_packet(const uint8_t *p, size_t n);

struct frame { uint8_t iv[12]; __attribute__((annotate("public"))) uint8_t tag[16]; };

int send_sealed([[secret]] const uint8_t *key, const uint8_t *in, size_t n)
{
    uint8_t ct[256];

    if (n > sizeof ct || seal_msg(key, in, n, ct) != 0)
        return -1;
    return send_packet(ct, n);
}

int send_pub([[secret]] const uint8_t *priv)
{
    uint8_t pub[32];

    if (pub_from_priv(priv, pub) != 0)
        return -1;
    return send_packet(pub, sizeof pub);
}

int send_shared([[secret]] const uint8_t *priv, const uint8_t *peer)
{
    uint8_t z[32]; // EXPECT: secret-missing-zeroization

    if (kx_secret(priv, peer, z) != 0)
        return -1;
    return send_packet(z, sizeof z);
}

int send_check([[secret]] const uint8_t *key)
{
    uint8_t out[4];
    uint32_t c = crc_of(key, 32);

    out[0] = (uint8_t)c;
    out[1] = (uint8_t)(c >> 8);
    out[2] = (uint8_t)(c >> 16);
    out[3] = (uint8_t)(c >> 24);
    return send_packet(out, sizeof out);
}

int send_masked([[secret]] const uint8_t *key)
{
    __attribute__((annotate("public"))) uint8_t blind[32];

    for (int i = 0; i < 32; i++)
        blind[i] = key[i] ^ 0xa5;
    return send_packet(blind, sizeof blind);
}

int send_unmasked([[secret]] const uint8_t *key)
{
    uint8_t blind[32]; // EXPECT: secret-missing-zeroization

    for (int i = 0; i < 32; i++)
        blind[i] = key[i] ^ 0xa5;
    return send_packet(blind, sizeof blind);
}

int send_tag([[secret]] const uint8_t *key)
{
    struct frame f = {0};

    memcpy(f.tag, key, sizeof f.tag);
    return send_packet(f.tag, sizeof f.tag);
}
