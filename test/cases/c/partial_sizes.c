// Models a Kerberos client whose clearing calls cover too few bytes.
// CATEGORY: partial
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

int krb_string_to_key(const char *realm, uint8_t *key, size_t n);
int krb_as_req(const uint8_t *key, size_t n);

int as_req_full(const char *realm)
{
    [[secret]] uint8_t key[64];
    int rc = krb_string_to_key(realm, key, sizeof key);

    if (rc == 0)
        rc = krb_as_req(key, sizeof key);
    explicit_bzero(key, sizeof key);
    return rc;
}

int as_req_pointer_size(const char *realm, size_t n)
{
    [[secret]] uint8_t *key = malloc(n);
    int rc;

    if (!key)
        return -1;
    rc = krb_string_to_key(realm, key, n);
    if (rc == 0)
        rc = krb_as_req(key, n);
    explicit_bzero(key, sizeof key); // EXPECT: secret-partial-zeroization
    free(key);
    return rc;
}

int as_req_pointer_full(const char *realm, size_t n)
{
    [[secret]] uint8_t *key = malloc(n);
    int rc;

    if (!key)
        return -1;
    rc = krb_string_to_key(realm, key, n);
    if (rc == 0)
        rc = krb_as_req(key, n);
    explicit_bzero(key, n);
    free(key);
    return rc;
}

int as_req_constant(const char *realm)
{
    [[secret]] uint8_t key[64];
    int rc = krb_string_to_key(realm, key, sizeof key);

    if (rc == 0)
        rc = krb_as_req(key, sizeof key);
    explicit_bzero(key, 32); // EXPECT: secret-partial-zeroization
    return rc;
}

int as_req_dynamic(const char *realm, size_t used)
{
    [[secret]] uint8_t key[64];
    int rc = krb_string_to_key(realm, key, used);

    if (rc == 0)
        rc = krb_as_req(key, used);
    explicit_bzero(key, used);
    return rc;
}

int as_req_other_size(const char *realm)
{
    [[secret]] uint8_t key[64];
    uint8_t usage[5] = {0};
    int rc = krb_string_to_key(realm, key, sizeof key);

    if (rc == 0)
        rc = krb_as_req(key, sizeof key) | usage[0];
    explicit_bzero(key, sizeof usage); // EXPECT: secret-partial-zeroization
    return rc;
}

int as_req_swapped(const char *realm)
{
    [[secret]] uint8_t key[64];
    int rc = krb_string_to_key(realm, key, sizeof key);

    if (rc == 0)
        rc = krb_as_req(key, sizeof key);
    memset(key, sizeof key, 0); // EXPECT: secret-partial-zeroization
    return rc;
}

int as_req_address_of_pointer(const char *realm)
{
    [[secret]] uint8_t *key = malloc(64);
    int rc;

    if (!key)
        return -1;
    rc = krb_string_to_key(realm, key, 64);
    if (rc == 0)
        rc = krb_as_req(key, 64);
    explicit_bzero(&key, sizeof key); // EXPECT: secret-partial-zeroization
    return rc;
}

int as_req_elidable_too(const char *realm)
{
    [[secret]] uint8_t key[64];
    int rc = krb_string_to_key(realm, key, sizeof key);

    if (rc == 0)
        rc = krb_as_req(key, sizeof key);
    memset(key, 0, 16); // EXPECT: secret-partial-zeroization
    return rc;
}

int as_req_elements(const char *realm)
{
    [[secret]] uint32_t words[16];
    int rc = krb_string_to_key(realm, (uint8_t *)words, sizeof words);

    if (rc == 0)
        rc = krb_as_req((const uint8_t *)words, sizeof words);
    explicit_bzero(words, 16); // EXPECT: secret-partial-zeroization
    return rc;
}

int as_req_elements_full(const char *realm)
{
    [[secret]] uint32_t words[16];
    int rc = krb_string_to_key(realm, (uint8_t *)words, sizeof words);

    if (rc == 0)
        rc = krb_as_req((const uint8_t *)words, sizeof words);
    explicit_bzero(words, 16 * sizeof words[0]);
    return rc;
}
