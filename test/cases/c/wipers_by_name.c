// Models calls of undeclared-body clearing functions that are known by their names only.
// CATEGORY: wipers
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

int vpn_psk(const char *peer, uint8_t *out, size_t n);
int vpn_open(const uint8_t *psk, size_t n);
void ike_wipe_block(void *p, size_t n);
void zeroise_bytes(void *p, size_t n);
void lib_zeroize(void *p, size_t n);
void mem_cleanse(void *p, size_t n);
void stack_burn(void *p, size_t n);
void fast_memzero(void *p, size_t n);
void page_scrub(void *p, size_t n);
void secure_erase(void *p, size_t n);
void discard_block(void *p, size_t n);
void zero_pad_check(const void *p, size_t n);
void forget_peer(const char *peer);

int dial_wipe(const char *peer)
{
    [[secret]] uint8_t psk[64];
    int rc = vpn_psk(peer, psk, sizeof psk) || vpn_open(psk, sizeof psk);

    ike_wipe_block(psk, sizeof psk);
    return rc;
}

int dial_zeroise(const char *peer)
{
    [[secret]] uint8_t psk[64];
    int rc = vpn_psk(peer, psk, sizeof psk) || vpn_open(psk, sizeof psk);

    zeroise_bytes(psk, sizeof psk);
    return rc;
}

int dial_many(const char *peer)
{
    [[secret]] uint8_t a[16], b[16], c[16], d[16], e[16], f[16];
    int rc = vpn_psk(peer, a, sizeof a);

    rc |= vpn_psk(peer, b, sizeof b);
    rc |= vpn_psk(peer, c, sizeof c);
    rc |= vpn_psk(peer, d, sizeof d);
    rc |= vpn_psk(peer, e, sizeof e);
    rc |= vpn_psk(peer, f, sizeof f);
    lib_zeroize(a, sizeof a);
    mem_cleanse(b, sizeof b);
    stack_burn(c, sizeof c);
    fast_memzero(d, sizeof d);
    page_scrub(e, sizeof e);
    secure_erase(f, sizeof f);
    return rc;
}

int dial_discard(const char *peer)
{
    [[secret]] uint8_t psk[64]; // EXPECT: secret-missing-zeroization
    int rc = vpn_psk(peer, psk, sizeof psk) || vpn_open(psk, sizeof psk);

    discard_block(psk, sizeof psk);
    return rc;
}

int dial_check(const char *peer)
{
    [[secret]] uint8_t psk[64]; // EXPECT: secret-missing-zeroization
    int rc = vpn_psk(peer, psk, sizeof psk) || vpn_open(psk, sizeof psk);

    zero_pad_check(psk, sizeof psk);
    forget_peer(peer);
    return rc;
}

int dial_short(const char *peer)
{
    [[secret]] uint8_t psk[64];
    int rc = vpn_psk(peer, psk, sizeof psk) || vpn_open(psk, sizeof psk);

    ike_wipe_block(psk, 32); // EXPECT: secret-partial-zeroization
    return rc;
}

int dial_tagged_wiper(const char *peer);
__attribute__((annotate("zeroizes"))) void ike_drop(void *p, size_t n);

int dial_tagged_wiper(const char *peer)
{
    [[secret]] uint8_t psk[64];
    int rc = vpn_psk(peer, psk, sizeof psk) || vpn_open(psk, sizeof psk);

    ike_drop(psk, sizeof psk);
    return rc;
}
