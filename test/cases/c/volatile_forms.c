// Models smart-card code that clears through volatile pointers and function pointers.
// CATEGORY: volatile
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

int card_transmit(const uint8_t *apdu, size_t n, uint8_t *resp);
int card_session_key(int ch, uint8_t *k, size_t n);

static void *(*const volatile wipe_fn)(void *, int, size_t) = memset;

static void vzero(void *p, size_t n)
{
    volatile uint8_t *v = p;

    while (n--)
        *v++ = 0;
}

static void half_volatile(void *p, size_t n)
{
    uint8_t *volatile v = p;

    memset(v, 0, n);
}

int session_loop(int ch, uint8_t *resp)
{
    [[secret]] uint8_t sk[16];
    volatile uint8_t *v = sk;
    int rc = card_session_key(ch, sk, sizeof sk);

    if (rc == 0)
        rc = card_transmit(sk, sizeof sk, resp);
    for (size_t i = 0; i < sizeof sk; i++)
        v[i] = 0;
    return rc;
}

int session_cast_loop(int ch, uint8_t *resp)
{
    [[secret]] uint8_t sk[16];
    int rc = card_session_key(ch, sk, sizeof sk);

    if (rc == 0)
        rc = card_transmit(sk, sizeof sk, resp);
    for (size_t i = 0; i < sizeof sk; i++)
        ((volatile uint8_t *)sk)[i] = 0;
    return rc;
}

int session_fnptr(int ch, uint8_t *resp)
{
    [[secret]] uint8_t sk[16];
    int rc = card_session_key(ch, sk, sizeof sk);

    if (rc == 0)
        rc = card_transmit(sk, sizeof sk, resp);
    wipe_fn(sk, 0, sizeof sk);
    return rc;
}

int session_helper(int ch, uint8_t *resp)
{
    [[secret]] uint8_t sk[16];
    int rc = card_session_key(ch, sk, sizeof sk);

    if (rc == 0)
        rc = card_transmit(sk, sizeof sk, resp);
    vzero(sk, sizeof sk);
    return rc;
}

int session_cast_memset(int ch, uint8_t *resp)
{
    [[secret]] uint8_t sk[16];
    int rc = card_session_key(ch, sk, sizeof sk);

    if (rc == 0)
        rc = card_transmit(sk, sizeof sk, resp);
    memset((void *)(volatile void *)sk, 0, sizeof sk); // EXPECT: secret-elidable-zeroization
    return rc;
}

int session_volatile_pointer_only(int ch, uint8_t *resp)
{
    [[secret]] uint8_t sk[16];
    int rc = card_session_key(ch, sk, sizeof sk);

    if (rc == 0)
        rc = card_transmit(sk, sizeof sk, resp);
    half_volatile(sk, sizeof sk); // ALLOW: secret-elidable-zeroization
    return rc;
}

int session_short_loop(int ch, uint8_t *resp)
{
    [[secret]] uint8_t sk[16];
    volatile uint8_t *v = sk;
    int rc = card_session_key(ch, sk, sizeof sk);

    if (rc == 0)
        rc = card_transmit(sk, sizeof sk, resp);
    for (size_t i = 0; i < sizeof sk - 1; i++) v[i] = 0; // EXPECT: secret-partial-zeroization
    return rc;
}

int session_volatile_array(int ch)
{
    [[secret]] volatile uint8_t sk[4];
    int rc = 0;

    for (int i = 0; i < 4; i++)
        sk[i] = (uint8_t)(ch >> (8 * i));
    for (int i = 0; i < 4; i++)
        rc |= sk[i] == 0xff;
    for (int i = 0; i < 4; i++)
        sk[i] = 0;
    return rc;
}
