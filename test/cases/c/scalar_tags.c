// Models PIN codes and counters held in tagged scalars.
// CATEGORY: scalars
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

typedef uint32_t pin32 __attribute__((annotate("secret")));
uint32_t keypad_pin(void);
[[secret]] uint32_t keypad_code(void);
int vault_try(uint32_t pin);

int try_tagged(void)
{
    [[secret]] uint32_t pin = keypad_pin(); // EXPECT: secret-missing-zeroization

    return vault_try(pin);
}

int try_tagged_explicit(void)
{
    [[secret]] uint32_t pin = keypad_pin();
    int rc = vault_try(pin);

    explicit_bzero(&pin, sizeof pin);
    return rc;
}

int try_tagged_volatile(void)
{
    [[secret]] uint32_t pin = keypad_pin();
    int rc = vault_try(pin);

    *(volatile uint32_t *)&pin = 0;
    return rc;
}

int try_tagged_assigned(void)
{
    [[secret]] uint32_t pin = keypad_pin();
    int rc = vault_try(pin);

    pin = 0; // EXPECT: secret-elidable-zeroization
    return rc;
}

int try_untagged(void)
{
    uint32_t pin = keypad_code();

    return vault_try(pin);
}

int try_untagged_array(void)
{
    uint32_t pins[2]; // EXPECT: secret-missing-zeroization

    pins[0] = keypad_code();
    pins[1] = 0;
    return vault_try(pins[0] | pins[1]);
}

int try_untagged_array_public(void)
{
    uint32_t pins[2];

    pins[0] = keypad_pin();
    pins[1] = 0;
    return vault_try(pins[0] | pins[1]);
}

int try_constant(void)
{
    [[secret]] uint32_t pin = 0;

    return vault_try(pin);
}

int try_alias(void)
{
    pin32 pin = keypad_pin(); // EXPECT: secret-missing-zeroization

    return vault_try(pin);
}

int try_compare(void)
{
    int ok = keypad_code() == 1234;

    return ok;
}

int try_early(int locked)
{
    [[secret]] uint32_t pin;
    int rc;

    if (locked)
        return -1;
    pin = keypad_pin();
    rc = vault_try(pin);
    if (rc < 0)
        return rc; // EXPECT: secret-missing-zeroization
    explicit_bzero(&pin, sizeof pin);
    return rc;
}
