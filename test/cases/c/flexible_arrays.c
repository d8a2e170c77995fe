// Models a kernel keyring payload with a flexible array member.
// CATEGORY: flexible_array
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct payload { size_t len; uint32_t flags; [[secret]] uint8_t data[]; };
struct notice { size_t len; char text[]; };
int user_copy(void *to, const void *from, size_t n);
int key_install(const uint8_t *p, size_t n);

int install(const void *from, size_t n)
{
    struct payload *p = malloc(sizeof *p + n);
    int rc;

    if (!p)
        return -12;
    p->len = n;
    user_copy(p->data, from, n);
    rc = key_install(p->data, n);
    explicit_bzero(p->data, n);
    free(p);
    return rc;
}

int install_whole(const void *from, size_t n)
{
    struct payload *p = malloc(sizeof *p + n);
    int rc;

    if (!p)
        return -12;
    p->len = n;
    user_copy(p->data, from, n);
    rc = key_install(p->data, n);
    explicit_bzero(p, sizeof *p + n);
    free(p);
    return rc;
}

int install_header_only(const void *from, size_t n)
{
    struct payload *p = malloc(sizeof *p + n);
    int rc;

    if (!p)
        return -12;
    p->len = n;
    user_copy(p->data, from, n);
    rc = key_install(p->data, n);
    explicit_bzero(p, sizeof *p); // EXPECT: secret-partial-zeroization
    free(p);
    return rc;
}

int install_never(const void *from, size_t n)
{
    struct payload *p = malloc(sizeof *p + n);
    int rc;

    if (!p)
        return -12;
    p->len = n;
    user_copy(p->data, from, n);
    rc = key_install(p->data, n);
    free(p); // EXPECT: secret-missing-zeroization
    return rc;
}

int install_elided(const void *from, size_t n)
{
    struct payload *p = malloc(sizeof *p + n);
    int rc;

    if (!p)
        return -12;
    p->len = n;
    user_copy(p->data, from, n);
    rc = key_install(p->data, n);
    memset(p->data, 0, n); // EXPECT: secret-elidable-zeroization
    free(p);
    return rc;
}

int install_checked(const void *from, size_t n)
{
    struct payload *p = malloc(sizeof *p + n);

    if (!p)
        return -12;
    p->len = n;
    if (n > 4096) {
        free(p);
        return -22;
    }
    user_copy(p->data, from, n);
    explicit_bzero(p->data, n);
    free(p);
    return 0;
}

int show_notice(const void *from, size_t n)
{
    struct notice *p = malloc(sizeof *p + n);

    if (!p)
        return -12;
    user_copy(p->text, from, n);
    memset(p, 0, sizeof *p);
    free(p);
    return 0;
}
