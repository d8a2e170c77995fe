// Realistic module: a secure bootloader with fuses, images and rollback counters.
// CATEGORY: module
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

#define REG32(a) (*(volatile uint32_t *)(uintptr_t)(a))
#define FUSE_BASE 0x40070000u
#define AES_KEYREG 0x40080000u
#define AES_CTRL 0x40080040u
#define IMG_MAGIC 0x424f4f54u

struct img_header { uint32_t magic, size, version, flags; uint8_t iv[16]; uint8_t sig[64]; };
struct boot_keys { [[secret]] uint8_t enc[32]; [[secret]] uint8_t mac[32]; uint8_t verify[32]; };
struct otp_block { uint32_t words[8]; };

int ecdsa_verify(const uint8_t *pub, const uint8_t *hash, const uint8_t *sig);
int sha256(const void *p, size_t n, __attribute__((annotate("public"))) uint8_t *out);
int kdf_label([[secret]] const uint8_t *root, const char *label, [[secret]] uint8_t *out, size_t n);
int aes_ctr(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t n);
void uart_puts(const char *s);
void watchdog_kick(void);
_Noreturn void reset_cpu(void);

static inline void hw_zero(void *p, size_t n)
{
    volatile uint8_t *v = (volatile uint8_t *)p;

    while (n--)
        *v++ = 0;
    __asm__ __volatile__("" : : : "memory");
}

static void soft_zero(void *p, size_t n)
{
    uint8_t *b = p;

    for (size_t i = 0; i < n; i++)
        b[i] = 0;
}

static int fuse_root([[secret]] uint8_t *out)
{
    for (unsigned i = 0; i < 8; i++) {
        uint32_t w = REG32(FUSE_BASE + 4 * i);

        memcpy(out + 4 * i, &w, sizeof w);
    }
    return REG32(FUSE_BASE + 0x40) & 1 ? 0 : -1;
}

static int read_version(void)
{
    struct otp_block b;

    for (unsigned i = 0; i < 8; i++)
        b.words[i] = REG32(FUSE_BASE + 0x80 + 4 * i);
    return (int)__builtin_popcount(b.words[0] ^ b.words[7]);
}

int keys_derive(struct boot_keys *k)
{
    uint8_t root[32];
    int rc = fuse_root(root);

    if (rc == 0)
        rc = kdf_label(root, "enc", k->enc, sizeof k->enc);
    if (rc == 0)
        rc = kdf_label(root, "mac", k->mac, sizeof k->mac);
    hw_zero(root, sizeof root);
    return rc;
}

int keys_derive_soft(struct boot_keys *k)
{
    uint8_t root[32];
    int rc = fuse_root(root);

    if (rc == 0)
        rc = kdf_label(root, "enc", k->enc, sizeof k->enc);
    soft_zero(root, sizeof root); // EXPECT: secret-elidable-zeroization
    return rc;
}

int keys_derive_dirty(struct boot_keys *k)
{
    uint8_t root[32];

    if (fuse_root(root) != 0) {
        uart_puts("fuses blown\n");
        return -1; // EXPECT: secret-missing-zeroization
    }
    if (kdf_label(root, "enc", k->enc, sizeof k->enc) != 0) {
        hw_zero(root, sizeof root);
        reset_cpu();
    }
    hw_zero(root, sizeof root);
    return 0;
}

static int header_ok(const struct img_header *h, size_t n)
{
    return h->magic == IMG_MAGIC && h->size <= n && (int)h->version >= read_version();
}

int image_verify(const struct img_header *h, const uint8_t *body, const struct boot_keys *k)
{
    uint8_t md[32];

    if (sha256(body, h->size, md) != 0)
        return -1;
    return ecdsa_verify(k->verify, md, h->sig);
}

int image_boot(const struct img_header *h, uint8_t *body, size_t n)
{
    struct boot_keys k;
    int rc;

    if (!header_ok(h, n))
        return -1;
    rc = keys_derive(&k);
    if (rc != 0) {
        uart_puts("no keys\n");
        goto out;
    }
    rc = image_verify(h, body, &k);
    if (rc != 0)
        goto out;
    rc = aes_ctr(k.enc, h->iv, body, h->size);
out:
    hw_zero(&k, sizeof k);
    watchdog_kick();
    return rc;
}

int image_boot_partly(const struct img_header *h, uint8_t *body, size_t n)
{
    struct boot_keys k;
    int rc;

    if (!header_ok(h, n))
        return -1;
    rc = keys_derive(&k);
    if (rc == 0)
        rc = aes_ctr(k.enc, h->iv, body, h->size);
    hw_zero(k.enc, sizeof k.enc); // EXPECT: secret-partial-zeroization
    return rc;
}

int image_boot_hw(const struct img_header *h, const uint8_t *body)
{
    [[secret]] uint32_t w[8];
    int rc = fuse_root((uint8_t *)w);

    for (unsigned i = 0; i < 8; i++)
        REG32(AES_KEYREG + 4 * i) = w[i];
    REG32(AES_CTRL) = 1;
    for (unsigned i = 0; i < 8; i++)
        ((volatile uint32_t *)w)[i] = 0;
    return rc ? rc : ecdsa_verify(body, h->iv, h->sig);
}

int image_boot_hw_left(const struct img_header *h, const uint8_t *body)
{
    [[secret]] uint32_t w[8]; // EXPECT: secret-missing-zeroization
    int rc = fuse_root((uint8_t *)w);

    for (unsigned i = 0; i < 8; i++)
        REG32(AES_KEYREG + 4 * i) = w[i];
    REG32(AES_CTRL) = 1;
    for (unsigned i = 0; i < 8; i++)
        REG32(AES_KEYREG + 4 * i) = 0;
    return rc ? rc : ecdsa_verify(body, h->iv, h->sig);
}

int debug_unlock(const uint8_t *challenge, const uint8_t *resp)
{
    uint8_t root[32];
    uint8_t want[32];
    uint8_t diff = 0;
    int rc = fuse_root(root);

    if (rc == 0)
        rc = kdf_label(root, "debug", want, sizeof want);
    hw_zero(root, sizeof root);
    for (int i = 0; i < 32; i++)
        diff |= want[i] ^ resp[i] ^ challenge[i];
    hw_zero(want, sizeof want);
    return rc == 0 && diff == 0 ? 0 : -1;
}

int debug_unlock_switch(int mode, const uint8_t *resp)
{
    uint8_t want[32];
    int rc = -1;

    switch (mode) {
    case 0:
        uart_puts("debug off\n");
        return -1;
    case 1:
        rc = fuse_root(want);
        break;
    case 2:
        rc = fuse_root(want);
        if (rc != 0)
            return rc; // EXPECT: secret-missing-zeroization
        rc = kdf_label(want, "debug", want, sizeof want);
        break;
    default:
        reset_cpu();
    }
    if (rc == 0)
        rc = memcmp(want, resp, sizeof want) ? -1 : 0;
    hw_zero(want, sizeof want);
    return rc;
}
