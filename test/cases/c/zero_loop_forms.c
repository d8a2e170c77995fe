// Models the home-made clearing loops of a smart card driver, in all the shapes
// that people write.
// CATEGORY: elidable
#include <stddef.h>
#include <stdint.h>

int card_pin(uint8_t *p, size_t n);
int card_verify(const uint8_t *p, size_t n);

int kept_0(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i++) *p++ = 0;
    return rc;
}

int lost_0(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i++) *p++ = 0; // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_0(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 22; i++) *p++ = 0; // EXPECT: secret-partial-zeroization
    return rc;
}

int kept_1(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i++) *(p + i) = 0;
    return rc;
}

int lost_1(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i++) *(p + i) = 0; // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_1(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 22; i++) *(p + i) = 0; // EXPECT: secret-partial-zeroization
    return rc;
}

int kept_2(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i++, p++) *p = 0;
    return rc;
}

int lost_2(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i++, p++) *p = 0; // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_2(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 22; i++, p++) *p = 0; // EXPECT: secret-partial-zeroization
    return rc;
}

int kept_3(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 24; i > 0; i--) *p++ = 0;
    return rc;
}

int lost_3(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 24; i > 0; i--) *p++ = 0; // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_3(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 22; i > 0; i--) *p++ = 0; // EXPECT: secret-partial-zeroization
    return rc;
}

int kept_4(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i++) p[24 - 1 - i] = 0;
    return rc;
}

int lost_4(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i++) p[24 - 1 - i] = 0; // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_4(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 22; i++) p[22 - 1 - i] = 0; // EXPECT: secret-partial-zeroization
    return rc;
}

int kept_5(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 24;
    while (i) { *p++ = 0; i--; }
    return rc;
}

int lost_5(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 24;
    while (i) { *p++ = 0; i--; } // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_5(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 22;
    while (i) { *p++ = 0; i--; } // EXPECT: secret-partial-zeroization
    return rc;
}

int kept_6(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 24;
    while (i > 0) { i--; p[i] = 0; }
    return rc;
}

int lost_6(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 24;
    while (i > 0) { i--; p[i] = 0; } // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_6(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 22;
    while (i > 0) { i--; p[i] = 0; } // EXPECT: secret-partial-zeroization
    return rc;
}

int kept_7(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 24;
    do { *p = 0; p++; i -= 1; } while (i != 0);
    return rc;
}

int lost_7(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 24;
    do { *p = 0; p++; i -= 1; } while (i != 0); // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_7(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 22;
    do { *p = 0; p++; i -= 1; } while (i != 0); // EXPECT: secret-partial-zeroization
    return rc;
}

int kept_8(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 0;
    while (i < 24) { p[i] = 0; i += 1; }
    return rc;
}

int lost_8(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 0;
    while (i < 24) { p[i] = 0; i += 1; } // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_8(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 0;
    while (i < 22) { p[i] = 0; i += 1; } // EXPECT: secret-partial-zeroization
    return rc;
}

int kept_9(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 0;
    do { p[i] = 0; } while (++i < 24);
    return rc;
}

int lost_9(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 0;
    do { p[i] = 0; } while (++i < 24); // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_9(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    i = 0;
    do { p[i] = 0; } while (++i < 22); // EXPECT: secret-partial-zeroization
    return rc;
}

int kept_10(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i += 2) { p[i] = 0; p[i + 1] = 0; }
    return rc;
}

int lost_10(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i += 2) { p[i] = 0; p[i + 1] = 0; } // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_10(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 22; i += 2) { p[i] = 0; p[i + 1] = 0; } // EXPECT: secret-partial-zeroization
    return rc;
}

int kept_11(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i++) { p[i] = 0xff; p[i] = 0; }
    return rc;
}

int lost_11(void)
{
    [[secret]] uint8_t pin[24];
    uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 24; i++) { p[i] = 0xff; p[i] = 0; } // EXPECT: secret-elidable-zeroization
    return rc;
}

int short_11(void)
{
    [[secret]] uint8_t pin[24];
    volatile uint8_t *p = pin;
    size_t i;
    int rc = card_pin(pin, sizeof pin);

    rc |= card_verify(pin, sizeof pin);
    for (i = 0; i < 22; i++) { p[i] = 0xff; p[i] = 0; } // EXPECT: secret-partial-zeroization
    return rc;
}
