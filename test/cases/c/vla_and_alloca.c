// Models an S/MIME tool with stack buffers of variable size.
// CATEGORY: vla
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <alloca.h>

int cek_unwrap([[secret]] uint8_t *out, size_t n);
int cms_decrypt(const uint8_t *k, size_t n);

int decrypt_vla(size_t n)
{
    uint8_t cek[n]; // EXPECT: secret-missing-zeroization

    if (cek_unwrap(cek, n) != 0)
        return -1;
    return cms_decrypt(cek, n);
}

int decrypt_vla_wiped(size_t n)
{
    uint8_t cek[n];
    int rc = cek_unwrap(cek, n);

    if (rc == 0)
        rc = cms_decrypt(cek, n);
    explicit_bzero(cek, n);
    return rc;
}

int decrypt_vla_sizeof(size_t n)
{
    uint8_t cek[n];
    int rc = cek_unwrap(cek, n);

    if (rc == 0)
        rc = cms_decrypt(cek, n);
    explicit_bzero(cek, sizeof cek);
    return rc;
}

int decrypt_vla_memset(size_t n)
{
    uint8_t cek[n];
    int rc = cek_unwrap(cek, n);

    if (rc == 0)
        rc = cms_decrypt(cek, n);
    memset(cek, 0, n); // EXPECT: secret-elidable-zeroization
    return rc;
}

int decrypt_alloca(size_t n)
{
    uint8_t *cek = alloca(n); // EXPECT: secret-missing-zeroization

    if (cek_unwrap(cek, n) != 0)
        return -1;
    return cms_decrypt(cek, n);
}

int decrypt_alloca_wiped(size_t n)
{
    uint8_t *cek = alloca(n);
    int rc = cek_unwrap(cek, n);

    if (rc == 0)
        rc = cms_decrypt(cek, n);
    explicit_bzero(cek, n);
    return rc;
}

int decrypt_alloca_pointer_size(size_t n)
{
    uint8_t *cek = __builtin_alloca(64);
    int rc = cek_unwrap(cek, 64);

    if (rc == 0)
        rc = cms_decrypt(cek, 64);
    explicit_bzero(cek, sizeof cek); // EXPECT: secret-partial-zeroization
    return rc;
}

int decrypt_vla_one_exit(size_t n)
{
    uint8_t cek[n];
    int rc = cek_unwrap(cek, n);

    if (rc != 0)
        return rc; // EXPECT: secret-missing-zeroization
    rc = cms_decrypt(cek, n);
    explicit_bzero(cek, n);
    return rc;
}

int decrypt_vla_public(size_t n, const uint8_t *ct)
{
    uint8_t buf[n];

    memcpy(buf, ct, n);
    return cms_decrypt(buf, n);
}
