// Models a systemd-like service with cleanup attributes on its locals.
// CATEGORY: cleanup
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

#define CLEANUP(f) __attribute__((cleanup(f)))
struct luks_key { [[secret]] uint8_t b[64]; };
int cred_load(uint8_t *p, size_t n);
int volume_activate(const uint8_t *p, size_t n);
int luks_key_load(struct luks_key *k);

static void wipe_key(uint8_t (*p)[64])
{
    explicit_bzero(*p, sizeof *p);
}

static void clear_key(uint8_t (*p)[64])
{
    memset(*p, 0, sizeof *p);
}

static void note_key(uint8_t (*p)[64])
{
    (void)p;
}

static void wipe_luks(struct luks_key *k)
{
    explicit_bzero(k->b, sizeof k->b);
}

static void fd_closep(int *fd)
{
    *fd = -1;
}

int activate_guarded(void)
{
    __attribute__((secret)) CLEANUP(wipe_key) uint8_t key[64];

    if (cred_load(key, sizeof key) != 0)
        return -1;
    return volume_activate(key, sizeof key);
}

int activate_memset_guard(void)
{
    __attribute__((secret)) CLEANUP(clear_key) uint8_t key[64]; // EXPECT: secret-elidable-zeroization

    if (cred_load(key, sizeof key) != 0)
        return -1;
    return volume_activate(key, sizeof key);
}

int activate_idle_guard(void)
{
    __attribute__((secret)) CLEANUP(note_key) uint8_t key[64]; // EXPECT: secret-missing-zeroization

    if (cred_load(key, sizeof key) != 0)
        return -1;
    return volume_activate(key, sizeof key);
}

int activate_record(void)
{
    CLEANUP(wipe_luks) struct luks_key k;

    if (luks_key_load(&k) != 0)
        return -1;
    return volume_activate(k.b, sizeof k.b);
}

int activate_other_guard(int fd)
{
    CLEANUP(fd_closep) int dup = fd;
    struct luks_key k; // EXPECT: secret-missing-zeroization

    if (luks_key_load(&k) != 0)
        return dup;
    return volume_activate(k.b, sizeof k.b);
}
