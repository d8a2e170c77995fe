// Models a daemon that keeps keys in static storage or in static scratch buffers.
// CATEGORY: globals
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>

[[secret]] static uint8_t host_key[32];
[[secret]] uint8_t cookie_secret[16];
static int loaded;
int disk_load(uint8_t *p, size_t n);
int cookie_mac(const uint8_t *k, const char *v);
int emit(const char *s);

int keys_start(void)
{
    if (disk_load(host_key, sizeof host_key) != 0)
        return -1;
    if (disk_load(cookie_secret, sizeof cookie_secret) != 0)
        return -1;
    loaded = 1;
    return 0;
}

int keys_use(const char *v)
{
    return loaded ? cookie_mac(cookie_secret, v) : -1;
}

void keys_stop(void)
{
    memset(host_key, 0, sizeof host_key);
    memset(cookie_secret, 0, sizeof cookie_secret);
    loaded = 0;
}

int scratch_static(const char *v)
{
    static uint8_t tmp[16];

    memcpy(tmp, cookie_secret, sizeof tmp); // EXPECT: secret-hidden-copy
    return cookie_mac(tmp, v);
}

int scratch_static_wiped(const char *v)
{
    static uint8_t tmp[16];
    int rc;

    memcpy(tmp, cookie_secret, sizeof tmp);
    rc = cookie_mac(tmp, v);
    explicit_bzero(tmp, sizeof tmp);
    return rc;
}

int scratch_static_public(const uint8_t *nonce, const char *v)
{
    static uint8_t tmp[16];

    memcpy(tmp, nonce, sizeof tmp);
    return cookie_mac(tmp, v);
}

int scratch_static_text([[secret]] const char *pw)
{
    static char line[80];

    snprintf(line, sizeof line, "PASS %s\r\n", pw); // EXPECT: secret-hidden-copy
    return emit(line);
}

int scratch_static_count([[secret]] const char *pw)
{
    static char line[80];

    snprintf(line, sizeof line, "PASS <%zu bytes>\r\n", strlen(pw));
    return emit(line);
}

int scratch_thread(const char *v)
{
    static _Thread_local uint8_t tmp[16];

    memcpy(tmp, cookie_secret, sizeof tmp); // EXPECT: secret-hidden-copy
    return cookie_mac(tmp, v);
}

int scratch_local(const char *v)
{
    uint8_t tmp[16];
    int rc;

    memcpy(tmp, cookie_secret, sizeof tmp);
    rc = cookie_mac(tmp, v);
    explicit_bzero(tmp, sizeof tmp);
    return rc;
}
