// Models cipher code that derives bytes by xor, shifts and table look-ups.
// CATEGORY: derived
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

static const uint8_t sbox[256];
int block_send(const uint8_t *b, size_t n);
int word_send(uint32_t w);

int derive_xor([[secret]] const uint8_t *key, const uint8_t *pad)
{
    uint8_t x[16]; // EXPECT: secret-missing-zeroization

    for (int i = 0; i < 16; i++)
        x[i] = key[i] ^ pad[i];
    return block_send(x, sizeof x);
}

int derive_xor_public(const uint8_t *a, const uint8_t *b)
{
    uint8_t x[16];

    for (int i = 0; i < 16; i++)
        x[i] = a[i] ^ b[i];
    return block_send(x, sizeof x);
}

int derive_table([[secret]] const uint8_t *key)
{
    uint8_t x[16]; // EXPECT: secret-missing-zeroization

    for (int i = 0; i < 16; i++)
        x[i] = sbox[key[i]];
    return block_send(x, sizeof x);
}

int derive_table_public(const uint8_t *msg)
{
    uint8_t x[16];

    for (int i = 0; i < 16; i++)
        x[i] = sbox[msg[i]];
    return block_send(x, sizeof x);
}

int derive_secret_table([[secret]] const uint8_t *table, const uint8_t *msg)
{
    uint8_t x[16]; // EXPECT: secret-missing-zeroization

    for (int i = 0; i < 16; i++)
        x[i] = table[msg[i]];
    return block_send(x, sizeof x);
}

int derive_shift([[secret]] const uint8_t *key)
{
    uint32_t w[4]; // EXPECT: secret-missing-zeroization

    for (int i = 0; i < 4; i++)
        w[i] = (uint32_t)key[4 * i] << 24 | (uint32_t)key[4 * i + 1] << 16 | key[4 * i + 2];
    return block_send((const uint8_t *)w, sizeof w);
}

int derive_scalar([[secret]] const uint8_t *key)
{
    uint32_t w = (uint32_t)key[0] << 24 | (uint32_t)key[1] << 16;

    return word_send(w);
}

int derive_through_scalar([[secret]] const uint8_t *key)
{
    uint8_t x[4]; // EXPECT: secret-missing-zeroization
    uint32_t w = (uint32_t)key[0] << 24 | (uint32_t)key[1] << 16;

    x[0] = (uint8_t)(w >> 24);
    x[1] = (uint8_t)(w >> 16);
    x[2] = x[3] = 0;
    return block_send(x, sizeof x);
}

int derive_compare([[secret]] const uint8_t *key, const uint8_t *other)
{
    uint8_t flags[16];

    for (int i = 0; i < 16; i++)
        flags[i] = key[i] == other[i] ? 1 : 0;
    return block_send(flags, sizeof flags);
}

int derive_length([[secret]] const char *pw)
{
    uint8_t hdr[4];
    size_t n = strlen(pw);

    hdr[0] = (uint8_t)n;
    hdr[1] = (uint8_t)(n >> 8);
    hdr[2] = pw[0] == 'x';
    hdr[3] = pw != NULL;
    return block_send(hdr, sizeof hdr);
}

int derive_wiped([[secret]] const uint8_t *key, const uint8_t *pad)
{
    uint8_t x[16];
    int rc;

    for (int i = 0; i < 16; i++)
        x[i] = (uint8_t)(key[i] + pad[i]);
    rc = block_send(x, sizeof x);
    explicit_bzero(x, sizeof x);
    return rc;
}
