// Models a bootloader that keeps its unsealed key in an anonymous mapping.
// CATEGORY: mmap
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <sys/mman.h>
#include <unistd.h>

int tpm_unseal_into(int handle, uint8_t *p, size_t n);
int kexec_verify(const uint8_t *p, size_t n);
#define PAGE 4096u

int verify_memset(int handle)
{
    [[secret]] uint8_t *k = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int rc;

    if (k == MAP_FAILED)
        return -1;
    rc = tpm_unseal_into(handle, k, PAGE);
    if (rc == 0)
        rc = kexec_verify(k, PAGE);
    memset(k, 0, PAGE);
    munmap(k, PAGE);
    return rc;
}

int verify_explicit(int handle)
{
    [[secret]] uint8_t *k = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int rc;

    if (k == MAP_FAILED)
        return -1;
    rc = tpm_unseal_into(handle, k, PAGE);
    if (rc == 0)
        rc = kexec_verify(k, PAGE);
    explicit_bzero(k, PAGE);
    munmap(k, PAGE);
    return rc;
}

int verify_unmapped(int handle)
{
    [[secret]] uint8_t *k = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int rc;

    if (k == MAP_FAILED)
        return -1;
    rc = tpm_unseal_into(handle, k, PAGE);
    if (rc == 0)
        rc = kexec_verify(k, PAGE);
    munmap(k, PAGE); // EXPECT: secret-missing-zeroization
    return rc;
}

int map_image(int fd, size_t n)
{
    uint8_t *img = mmap(NULL, n, PROT_READ, MAP_PRIVATE, fd, 0);
    int rc;

    if (img == MAP_FAILED)
        return -1;
    rc = kexec_verify(img, n);
    munmap(img, n);
    return rc;
}
