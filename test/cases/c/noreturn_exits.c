// Models a boot stage that panics, exits or jumps away.
// CATEGORY: noreturn
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>
#include <setjmp.h>
#include <stdio.h>
#include <unistd.h>

_Noreturn void boot_panic(const char *why);
int flash_key(uint8_t *p, size_t n);
int verify_image(const uint8_t *k);
static jmp_buf recovery;

int boot_panics(void)
{
    [[secret]] uint8_t k[32];
    int rc = flash_key(k, sizeof k);

    if (rc != 0)
        boot_panic("no key");
    rc = verify_image(k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int boot_exits(void)
{
    [[secret]] uint8_t k[32];

    if (flash_key(k, sizeof k) != 0)
        exit(1);
    if (verify_image(k) != 0)
        abort();
    explicit_bzero(k, sizeof k);
    return 0;
}

int boot_returns(void)
{
    [[secret]] uint8_t k[32];

    if (flash_key(k, sizeof k) != 0)
        return 1; // EXPECT: secret-missing-zeroization
    if (verify_image(k) != 0)
        abort();
    explicit_bzero(k, sizeof k);
    return 0;
}

int boot_underscore_exit(void)
{
    [[secret]] uint8_t k[32];

    flash_key(k, sizeof k);
    verify_image(k);
    _exit(0);
}

int boot_unreachable(int stage)
{
    [[secret]] uint8_t k[32];

    flash_key(k, sizeof k);
    if (stage == 2) {
        verify_image(k);
        __builtin_unreachable();
    }
    explicit_bzero(k, sizeof k);
    return 0;
}

int boot_longjmp(void)
{
    [[secret]] uint8_t k[32];

    if (flash_key(k, sizeof k) != 0)
        longjmp(recovery, 1); // ALLOW: secret-missing-zeroization
    verify_image(k);
    explicit_bzero(k, sizeof k);
    return 0;
}

int boot_setjmp(void)
{
    [[secret]] uint8_t k[32];
    int rc = -1;

    if (setjmp(recovery) == 0) {
        rc = flash_key(k, sizeof k);
        if (rc == 0)
            rc = verify_image(k);
    }
    explicit_bzero(k, sizeof k);
    return rc;
}

int boot_setjmp_forgets(void)
{
    [[secret]] uint8_t k[32]; // EXPECT: secret-missing-zeroization
    int rc = -1;

    if (setjmp(recovery) == 0) {
        rc = flash_key(k, sizeof k);
        if (rc == 0)
            rc = verify_image(k);
    }
    return rc;
}
