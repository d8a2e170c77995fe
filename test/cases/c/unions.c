// Models an NFC reader that views one buffer as bytes, words and a record.
// CATEGORY: unions
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

union block { [[secret]] uint8_t b[16]; uint32_t w[4]; };
union reply { [[secret]] uint8_t key[16]; struct { uint16_t code; uint8_t len; } err; };
int nfc_key(int sector, uint8_t *k, size_t n);
int nfc_auth(const uint8_t *k, size_t n);
int nfc_reply(union reply *r);

int auth_member(int sector)
{
    union block u;
    int rc = nfc_key(sector, u.b, sizeof u.b);

    rc |= nfc_auth(u.b, sizeof u.b);
    explicit_bzero(u.w, sizeof u.w);
    return rc;
}

int auth_whole(int sector)
{
    union block u;
    int rc = nfc_key(sector, u.b, sizeof u.b);

    rc |= nfc_auth(u.b, sizeof u.b);
    explicit_bzero(&u, sizeof u);
    return rc;
}

int auth_one_word(int sector)
{
    union block u;
    int rc = nfc_key(sector, u.b, sizeof u.b);

    rc |= nfc_auth(u.b, sizeof u.b);
    explicit_bzero(&u.w[0], sizeof u.w[0]); // EXPECT: secret-partial-zeroization
    return rc;
}

int auth_never(int sector)
{
    union block u; // EXPECT: secret-missing-zeroization
    int rc = nfc_key(sector, u.b, sizeof u.b);

    return rc | nfc_auth(u.b, sizeof u.b);
}

int auth_elided(int sector)
{
    union block u;
    int rc = nfc_key(sector, u.b, sizeof u.b);

    rc |= nfc_auth(u.b, sizeof u.b);
    memset(&u, 0, sizeof u); // EXPECT: secret-elidable-zeroization
    return rc;
}

int reply_small_view(void)
{
    union reply r;
    int rc = nfc_reply(&r);

    if (rc == 0)
        rc = nfc_auth(r.key, sizeof r.key);
    explicit_bzero(&r.err, sizeof r.err); // EXPECT: secret-partial-zeroization
    return rc;
}

int reply_whole(void)
{
    union reply r;
    int rc = nfc_reply(&r);

    if (rc == 0)
        rc = nfc_auth(r.key, sizeof r.key);
    explicit_bzero(&r, sizeof r);
    return rc;
}
