// Models readers that bring nothing on the branch where they report failure.
// CATEGORY: failure_branch
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/random.h>
#include <sys/socket.h>

int RAND_bytes(unsigned char *buf, int num);
int enroll(const uint8_t *k, size_t n);
int unknown_fetch(uint8_t *k, size_t n);

int from_read(int fd)
{
    [[secret]] uint8_t k[32];
    int rc;

    if (read(fd, k, sizeof k) <= 0)
        return -1;
    rc = enroll(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int from_recv(int s)
{
    [[secret]] uint8_t k[32];
    ssize_t n = recv(s, k, sizeof k, 0);
    int rc;

    if (n < 0)
        return -1;
    rc = enroll(k, (size_t)n);
    explicit_bzero(k, sizeof k);
    return rc;
}

int from_getrandom(void)
{
    [[secret]] uint8_t k[32];
    int rc;

    if (getrandom(k, sizeof k, 0) < 0)
        return -1;
    rc = enroll(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int from_getentropy(void)
{
    [[secret]] uint8_t k[32];
    int rc;

    if (getentropy(k, sizeof k) != 0)
        return -1;
    rc = enroll(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int from_openssl(void)
{
    [[secret]] uint8_t k[32];
    int rc;

    if (RAND_bytes(k, sizeof k) != 1)
        return -1;
    rc = enroll(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int from_openssl_checked_late(void)
{
    [[secret]] uint8_t k[32];
    int rc;

    if (RAND_bytes(k, sizeof k) == 1) {
        rc = enroll(k, sizeof k);
        if (rc < 0)
            return rc; // EXPECT: secret-missing-zeroization
        explicit_bzero(k, sizeof k);
        return rc;
    }
    return -1;
}

int from_fgets(FILE *f)
{
    [[secret]] char line[80];
    int rc;

    setvbuf(f, NULL, _IONBF, 0);
    if (fgets(line, sizeof line, f) == NULL)
        return -1;
    rc = enroll((const uint8_t *)line, sizeof line);
    explicit_bzero(line, sizeof line);
    return rc;
}

int from_unknown(void)
{
    [[secret]] uint8_t k[32];
    int rc;

    if (unknown_fetch(k, sizeof k) < 0)
        return -1; // EXPECT: secret-missing-zeroization
    rc = enroll(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}

int from_read_swapped(int fd)
{
    [[secret]] uint8_t k[32];
    int rc;

    if (read(fd, k, sizeof k) > 0)
        return -1; // EXPECT: secret-missing-zeroization
    rc = unknown_fetch(k, sizeof k);
    explicit_bzero(k, sizeof k);
    return rc;
}
