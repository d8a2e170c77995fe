// Models a TLV codec for public packets.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct tlv { uint8_t type; uint16_t len; const uint8_t *val; };
int packet_send(const uint8_t *p, size_t n);

int tlv_parse(const uint8_t *p, size_t n, struct tlv *out, int max)
{
    int count = 0;

    while (n >= 3 && count < max) {
        struct tlv t = {p[0], (uint16_t)(p[1] << 8 | p[2]), p + 3};

        if ((size_t)t.len + 3 > n)
            return -1;
        out[count++] = t;
        p += t.len + 3;
        n -= t.len + 3u;
    }
    return n == 0 ? count : -1;
}

int tlv_write(uint8_t *buf, size_t cap, const struct tlv *t)
{
    if ((size_t)t->len + 3 > cap)
        return -1;
    buf[0] = t->type;
    buf[1] = (uint8_t)(t->len >> 8);
    buf[2] = (uint8_t)t->len;
    memcpy(buf + 3, t->val, t->len);
    return t->len + 3;
}

int tlv_send_all(const struct tlv *t, int n)
{
    uint8_t buf[512];
    size_t at = 0;

    for (int i = 0; i < n; i++) {
        int w = tlv_write(buf + at, sizeof buf - at, &t[i]);

        if (w < 0)
            return -1;
        at += (size_t)w;
    }
    if (packet_send(buf, at) != 0) {
        memset(buf, 0, sizeof buf);
        return -1;
    }
    memset(buf, 0, 16);
    return 0;
}

uint8_t *tlv_clone(const struct tlv *t)
{
    uint8_t *c = malloc(t->len);

    if (c)
        memcpy(c, t->val, t->len);
    return c;
}

uint16_t checksum(const uint8_t *p, size_t n)
{
    uint32_t s = 0;

    for (size_t i = 0; i < n; i++)
        s += (uint32_t)p[i] << (i & 1 ? 0 : 8);
    while (s >> 16)
        s = (s & 0xffff) + (s >> 16);
    return (uint16_t)~s;
}
