// Models readers that collect a key in several turns.
// CATEGORY: loops
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>
#include <errno.h>

int key_use(const uint8_t *k, size_t n);

int collect_clean(int fd)
{
    [[secret]] uint8_t k[32];
    size_t got = 0;
    int rc = -1;

    while (got < sizeof k) {
        ssize_t r = read(fd, k + got, sizeof k - got);

        if (r <= 0)
            break;
        got += (size_t)r;
    }
    if (got == sizeof k)
        rc = key_use(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int collect_short_read(int fd)
{
    [[secret]] uint8_t k[32];
    size_t got = 0;
    int rc;

    while (got < sizeof k) {
        ssize_t r = read(fd, k + got, sizeof k - got);

        if (r <= 0)
            return -1; // EXPECT: secret-missing-zeroization
        got += (size_t)r;
    }
    rc = key_use(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int collect_retry(int fd)
{
    [[secret]] uint8_t k[32];
    ssize_t r;
    int rc;

    do {
        r = read(fd, k, sizeof k);
    } while (r < 0 && errno == EINTR);
    if (r < 0)
        return -1;
    rc = key_use(k, (size_t)r);
    explicit_bzero(k, sizeof k);
    return rc;
}

int collect_once(int fd)
{
    [[secret]] uint8_t k[32];
    ssize_t r = read(fd, k, sizeof k);
    int rc;

    if (r == -1)
        return -1;
    rc = key_use(k, (size_t)r);
    explicit_bzero(k, sizeof k);
    return rc;
}

int collect_nested_check(int fd)
{
    [[secret]] uint8_t k[32];
    ssize_t r;

    if ((r = read(fd, k, sizeof k)) > 0) {
        int rc = key_use(k, (size_t)r);

        explicit_bzero(k, sizeof k);
        return rc;
    }
    return -1;
}

int collect_nested_check_forgets(int fd)
{
    [[secret]] uint8_t k[32];
    ssize_t r;

    if ((r = read(fd, k, sizeof k)) > 0) {
        if (k[0] == 0)
            return -2; // EXPECT: secret-missing-zeroization
        r = key_use(k, (size_t)r);
        explicit_bzero(k, sizeof k);
        return (int)r;
    }
    return -1;
}

int collect_bytes(int fd)
{
    [[secret]] char pin[8];
    int n = 0;
    char c;

    while (n < 7 && read(fd, &c, 1) == 1 && c != '\n')
        pin[n++] = c;
    pin[n] = '\0';
    n = key_use((const uint8_t *)pin, (size_t)n);
    explicit_bzero(pin, sizeof pin);
    return n;
}
