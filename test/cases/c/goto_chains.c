// Models an SCP key exchange with kernel-style unwinding labels.
// CATEGORY: goto_cleanup
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct kex { uint8_t *buf; size_t n; };
int kex_recv(int fd, uint8_t *out, size_t n);
int kex_derive(const uint8_t *z, size_t n, uint8_t *out);
int kex_install(const uint8_t *k);

int kex_run(int fd)
{
	[[secret]] uint8_t z[64];
	[[secret]] uint8_t k[32];
	int rc = -1;

	if (fd < 0)
		goto out;
	if (kex_recv(fd, z, sizeof z))
		goto out_z;
	if (kex_derive(z, sizeof z, k))
		goto out_k;
	rc = kex_install(k);
out_k:
	explicit_bzero(k, sizeof k);
out_z:
	explicit_bzero(z, sizeof z);
out:
	return rc;
}

int kex_run_skips_k(int fd)
{
	[[secret]] uint8_t z[64];
	[[secret]] uint8_t k[32];
	int rc = -1;

	if (fd < 0)
		goto out;
	if (kex_recv(fd, z, sizeof z))
		goto out_z;
	if (kex_derive(z, sizeof z, k))
		goto out_z;
	rc = kex_install(k);
	explicit_bzero(k, sizeof k);
out_z:
	explicit_bzero(z, sizeof z);
out:
	return rc; // EXPECT: secret-missing-zeroization
}

int kex_run_heap(int fd)
{
	[[secret]] uint8_t *z = NULL;
	int rc = -1;

	z = malloc(64);
	if (!z)
		goto out;
	if (kex_recv(fd, z, 64))
		goto out;
	rc = kex_install(z);
out:
	if (z)
		explicit_bzero(z, 64);
	free(z);
	return rc;
}

int kex_run_heap_label(int fd)
{
	[[secret]] uint8_t *z = NULL;
	int rc = -1;

	z = malloc(64);
	if (!z)
		goto out;
	if (kex_recv(fd, z, 64))
		goto out_free;
	rc = kex_install(z);
	explicit_bzero(z, 64);
out_free:
	free(z); // EXPECT: secret-missing-zeroization
out:
	return rc;
}

int kex_run_backwards(int fd, int tries)
{
	[[secret]] uint8_t z[64];
	int rc;

again:
	rc = kex_recv(fd, z, sizeof z);
	if (rc != 0 && tries-- > 0)
		goto again;
	if (rc == 0)
		rc = kex_install(z);
	explicit_bzero(z, sizeof z);
	return rc;
}

int kex_run_void_end(int fd, int *result)
{
	[[secret]] uint8_t z[64];

	*result = kex_recv(fd, z, sizeof z);
	if (*result)
		goto fail;
	*result = kex_install(z);
fail:
	explicit_bzero(z, sizeof z);
	return 0;
}
