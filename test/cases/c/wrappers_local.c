// Models backup software with its own clearing functions of varying strength.
// CATEGORY: wrapper
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

int archive_key(uint8_t *k, size_t n);
int archive_open(const uint8_t *k, size_t n);
void log_line(const char *s);

static void clear_plain(void *p, size_t n)
{
    memset(p, 0, n);
}

static void clear_outer(void *p, size_t n)
{
    if (n > 0)
        clear_plain(p, n);
}

static void clear_barrier(void *p, size_t n)
{
    memset(p, 0, n);
    __asm__ __volatile__("" : : "r"(p) : "memory");
}

__attribute__((noinline)) static void clear_noinline(void *p, size_t n)
{
    memset(p, 0, n);
}

static void clear_loop(uint8_t *p, size_t n)
{
    while (n--)
        *p++ = 0;
}

static void clear_strong(void *p, size_t n)
{
    explicit_bzero(p, n);
}

static void clear_eight(void *p)
{
    explicit_bzero(p, 8);
}

void secure_zero_visible(void *p, size_t n)
{
    memset(p, 0, n);
}

int open_plain(void)
{
    [[secret]] uint8_t k[32];
    int rc = archive_key(k, sizeof k) || archive_open(k, sizeof k);

    clear_plain(k, sizeof k); // EXPECT: secret-elidable-zeroization
    return rc;
}

int open_outer(void)
{
    [[secret]] uint8_t k[32];
    int rc = archive_key(k, sizeof k) || archive_open(k, sizeof k);

    clear_outer(k, sizeof k); // EXPECT: secret-elidable-zeroization
    return rc;
}

int open_barrier(void)
{
    [[secret]] uint8_t k[32];
    int rc = archive_key(k, sizeof k) || archive_open(k, sizeof k);

    clear_barrier(k, sizeof k);
    return rc;
}

int open_noinline(void)
{
    [[secret]] uint8_t k[32];
    int rc = archive_key(k, sizeof k) || archive_open(k, sizeof k);

    clear_noinline(k, sizeof k); // EXPECT: secret-elidable-zeroization
    return rc;
}

int open_loop(void)
{
    [[secret]] uint8_t k[32];
    int rc = archive_key(k, sizeof k) || archive_open(k, sizeof k);

    clear_loop(k, sizeof k); // EXPECT: secret-elidable-zeroization
    return rc;
}

int open_strong(void)
{
    [[secret]] uint8_t k[32];
    int rc = archive_key(k, sizeof k) || archive_open(k, sizeof k);

    clear_strong(k, sizeof k);
    return rc;
}

int open_eight(void)
{
    [[secret]] uint8_t k[32];
    int rc = archive_key(k, sizeof k) || archive_open(k, sizeof k);

    clear_eight(k); // EXPECT: secret-partial-zeroization
    return rc;
}

int open_short_arg(void)
{
    [[secret]] uint8_t k[32];
    int rc = archive_key(k, sizeof k) || archive_open(k, sizeof k);

    clear_strong(k, 16); // EXPECT: secret-partial-zeroization
    return rc;
}

int open_name_says_more(void)
{
    [[secret]] uint8_t k[32];
    int rc = archive_key(k, sizeof k) || archive_open(k, sizeof k);

    secure_zero_visible(k, sizeof k); // EXPECT: secret-elidable-zeroization
    return rc;
}

int open_kept(void)
{
    [[secret]] uint8_t k[32];
    int rc = archive_key(k, sizeof k) || archive_open(k, sizeof k);

    clear_plain(k, sizeof k);
    log_line("archive done");
    return rc;
}

void caller_owned([[secret]] uint8_t *k)
{
    clear_plain(k, 32);
}
