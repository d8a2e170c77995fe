// Models default credentials that are compiled into a router's firmware.
// CATEGORY: immutable
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

struct wifi { char ssid[32]; [[secret]] const char *psk; };
int wpa_connect(const char *ssid, [[secret]] const char *psk);
int wpa_debug(const char *tag);
int radius_secret(int n, [[secret]] char *out);

[[secret]] static const uint8_t root_key[8] = {1, 2, 3, 4, 5, 6, 7, 8}; // EXPECT: secret-immutable-copy
[[secret]] static const uint8_t empty_key[8] = {0};
[[secret]] static uint8_t session_key[8];
[[secret]] static const char *backdoor = "letmein"; // EXPECT: secret-immutable-copy
[[secret]] static const char *unset = "";
[[secret]] static const char *none = NULL;
static const char *banner = "router ready";
static const uint8_t sbox[4] = {3, 1, 2, 0};
[[secret]] static char admin_pin[8] = "12345"; // EXPECT: secret-immutable-copy

int connect_default(const char *ssid)
{
    return wpa_connect(ssid, "changeme123"); // EXPECT: secret-immutable-copy
}

int connect_empty(const char *ssid)
{
    return wpa_connect(ssid, "");
}

int connect_public_literal([[secret]] const char *psk)
{
    return wpa_connect("guest-net", psk) + wpa_debug("connected") + wpa_debug(banner);
}

int connect_local(const char *ssid)
{
    [[secret]] const char *psk = "supersecret"; // EXPECT: secret-immutable-copy

    return wpa_connect(ssid, psk);
}

int connect_assigned(const char *ssid, int guest)
{
    [[secret]] const char *psk = NULL;

    if (guest)
        psk = "guestpass"; // EXPECT: secret-immutable-copy
    return wpa_connect(ssid, psk);
}

int connect_record(const char *ssid)
{
    struct wifi w = {0};

    w.psk = "fieldpass"; // EXPECT: secret-immutable-copy
    memcpy(w.ssid, "office", 7);
    return wpa_connect(w.ssid, w.psk);
}

int connect_record_clean([[secret]] const char *psk)
{
    struct wifi w = {.ssid = "office"};

    w.psk = psk;
    return wpa_connect(w.ssid, w.psk);
}

int use_all(void)
{
    return root_key[0] + empty_key[0] + session_key[0] + (backdoor != NULL) + (unset != none) + sbox[1] + admin_pin[0];
}
