// Models key records that are returned by value.
// CATEGORY: by_value
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct wgkey { [[secret]] uint8_t b[32]; };
struct wgpub { uint8_t b[32]; };
struct token { [[secret]] char *text; size_t cap; };
struct peer { struct wgkey psk; struct wgpub pub; };
int rng_fill(uint8_t *p, size_t n);
int token_fetch(char *p, size_t n);
int use_key(const uint8_t *k, size_t n);

struct wgkey key_new(void)
{
    struct wgkey k;

    rng_fill(k.b, sizeof k.b);
    return k; // EXPECT: secret-hidden-copy
}

int key_new_into(struct wgkey *out)
{
    return rng_fill(out->b, sizeof out->b);
}

struct wgkey peer_psk(const struct peer *p)
{
    return p->psk; // EXPECT: secret-hidden-copy
}

struct wgpub peer_pub(const struct peer *p)
{
    return p->pub;
}

const struct wgkey *peer_psk_ptr(const struct peer *p)
{
    return &p->psk;
}

int use_returned(const struct peer *p)
{
    struct wgkey k = peer_psk(p); // ALLOW: secret-hidden-copy
    int rc = use_key(k.b, sizeof k.b);

    explicit_bzero(&k, sizeof k);
    return rc;
}

int use_returned_forgets(const struct peer *p)
{
    struct wgkey k = peer_psk(p); // EXPECT: secret-missing-zeroization // ALLOW: secret-hidden-copy

    return use_key(k.b, sizeof k.b);
}

int use_pointed(const struct peer *p)
{
    const struct wgkey *k = peer_psk_ptr(p);

    return use_key(k->b, sizeof k->b);
}

struct token token_new(void)
{
    struct token t = {malloc(128), 128};

    if (t.text && token_fetch(t.text, t.cap) != 0) {
        explicit_bzero(t.text, t.cap);
        free(t.text);
        t.text = NULL;
    }
    return t;
}

uint32_t key_word(const struct wgkey *k)
{
    return (uint32_t)k->b[0] | (uint32_t)k->b[1] << 8;
}
