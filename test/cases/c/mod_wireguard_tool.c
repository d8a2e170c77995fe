// Realistic module: a WireGuard-like tunnel configurator.
// CATEGORY: module
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <ctype.h>

#define KEY_LEN 32
#define KEY_B64 45

struct wg_peer {
    struct wg_peer *next;
    uint8_t pub[KEY_LEN];
    [[secret]] uint8_t psk[KEY_LEN];
    char endpoint[64];
    uint16_t keepalive;
};

struct wg_device {
    char name[16];
    uint16_t port;
    [[secret]] uint8_t priv[KEY_LEN];
    uint8_t pub[KEY_LEN];
    struct wg_peer *peers;
};

int curve_pub([[secret]] const uint8_t *priv, __attribute__((annotate("public"))) uint8_t *pub);
int rng_bytes(uint8_t *out, size_t n);
int nl_set(const char *dev, const void *msg, size_t n);
int read_key_file(const char *path, [[secret]] char *out, size_t cap);
void wg_memzero(void *p, size_t n);

static int b64_value(int c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static int key_from_text(const char *text, uint8_t *key)
{
    uint32_t acc = 0;
    int bits = 0;
    size_t n = 0;

    for (; *text && *text != '=' && n < KEY_LEN; text++) {
        int v = b64_value(*text);

        if (v < 0)
            return -1;
        acc = acc << 6 | (uint32_t)v;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            key[n++] = (uint8_t)(acc >> bits);
        }
    }
    return n == KEY_LEN ? 0 : -1;
}

void wg_key_generate([[secret]] uint8_t *key)
{
    rng_bytes(key, KEY_LEN);
    key[0] &= 248;
    key[31] = (uint8_t)((key[31] & 127) | 64);
}

struct wg_peer *wg_peer_new(const uint8_t *pub)
{
    struct wg_peer *p = calloc(1, sizeof *p);

    if (p)
        memcpy(p->pub, pub, KEY_LEN);
    return p;
}

static void peer_free(struct wg_peer *p)
{
    if (!p)
        return;
    wg_memzero(p->psk, sizeof p->psk);
    free(p);
}

void wg_peer_drop(struct wg_peer *p)
{
    if (!p)
        return;
    free(p); // EXPECT: secret-missing-zeroization
}

void wg_device_clear(struct wg_device *d)
{
    struct wg_peer *p, *next;

    for (p = d->peers; p; p = next) {
        next = p->next;
        peer_free(p);
    }
    d->peers = NULL;
    wg_memzero(d->priv, sizeof d->priv);
}

int wg_set_private(struct wg_device *d, const char *path)
{
    char text[KEY_B64 + 1];
    int rc = read_key_file(path, text, sizeof text);

    if (rc != 0) {
        fprintf(stderr, "cannot read %s\n", path);
        goto out;
    }
    rc = key_from_text(text, d->priv);
    if (rc == 0)
        rc = curve_pub(d->priv, d->pub);
out:
    wg_memzero(text, sizeof text);
    return rc;
}

int wg_set_psk(struct wg_peer *p, const char *path)
{
    char text[KEY_B64 + 1];

    if (read_key_file(path, text, sizeof text) != 0)
        return -1; // EXPECT: secret-missing-zeroization
    if (key_from_text(text, p->psk) != 0) {
        fprintf(stderr, "bad key '%s' in %s\n", text, path); // EXPECT: secret-exposure
        wg_memzero(text, sizeof text);
        return -1;
    }
    wg_memzero(text, sizeof text);
    return 0;
}

int wg_set_psk_text(struct wg_peer *p, [[secret]] const char *text)
{
    uint8_t key[KEY_LEN];
    int rc = key_from_text(text, key);

    if (rc == 0)
        memcpy(p->psk, key, KEY_LEN);
    wg_memzero(key, sizeof key);
    return rc;
}

int wg_rotate(struct wg_device *d)
{
    [[secret]] uint8_t fresh[KEY_LEN];
    uint8_t pub[KEY_LEN];
    int rc;

    wg_key_generate(fresh);
    rc = curve_pub(fresh, pub);
    if (rc == 0) {
        memcpy(d->priv, fresh, KEY_LEN);
        memcpy(d->pub, pub, KEY_LEN);
    }
    memset(fresh, 0, sizeof fresh); // EXPECT: secret-elidable-zeroization
    return rc;
}

int wg_push(const struct wg_device *d)
{
    uint8_t msg[256];
    size_t n = 0;
    int rc;

    memcpy(msg, d->priv, KEY_LEN);
    n += KEY_LEN;
    memcpy(msg + n, &d->port, sizeof d->port);
    n += sizeof d->port;
    rc = nl_set(d->name, msg, n);
    wg_memzero(msg, n);
    return rc;
}

int wg_push_peer(const struct wg_device *d, const struct wg_peer *p)
{
    uint8_t msg[256]; // EXPECT: secret-missing-zeroization
    size_t n = 0;

    memcpy(msg, p->pub, KEY_LEN);
    n += KEY_LEN;
    memcpy(msg + n, p->psk, KEY_LEN);
    n += KEY_LEN;
    return nl_set(d->name, msg, n);
}

int wg_push_endpoint(const struct wg_device *d, const struct wg_peer *p)
{
    char msg[160];

    snprintf(msg, sizeof msg, "endpoint=%s keepalive=%u", p->endpoint, p->keepalive);
    return nl_set(d->name, msg, strlen(msg));
}

void wg_show(const struct wg_device *d, int secrets)
{
    printf("interface: %s\n  port: %u\n", d->name, d->port);
    for (const struct wg_peer *p = d->peers; p; p = p->next) {
        printf("peer %02x%02x endpoint %s\n", p->pub[0], p->pub[1], p->endpoint);
        if (secrets)
            for (int i = 0; i < KEY_LEN; i++)
                printf("%02x", p->psk[i]); // EXPECT: secret-exposure
        else
            printf("  psk: (hidden)\n");
    }
}

int wg_load_all(struct wg_device *d, char **paths, int n)
{
    int rc = 0;

    for (int i = 0; i < n; i++) {
        struct wg_peer *p = wg_peer_new(d->pub);

        if (!p)
            return -1;
        rc = wg_set_psk(p, paths[i]);
        if (rc != 0) {
            peer_free(p);
            break;
        }
        p->next = d->peers;
        d->peers = p;
    }
    return rc;
}
