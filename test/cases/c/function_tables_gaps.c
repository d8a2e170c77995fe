// Tables that lack a function, and stubs that only clear what they return.
// CATEGORY: function-tables
#define _GNU_SOURCE
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/random.h>

typedef struct backend {
    int (*get)(uint8_t *out, size_t n);
    void (*clear)(uint8_t *p, size_t n);
} backend;

static int get_slow(uint8_t *out, size_t n)
{
    return (int)getrandom(out, n, 1);
}

static int get_fast(uint8_t *out, size_t n)
{
    return (int)getrandom(out, n, 0);
}

static void clear_all(uint8_t *p, size_t n)
{
    explicit_bzero(p, n);
}

static const backend slow = { get_slow, clear_all };
static const backend fast = { get_fast };

const backend *backend_for(int want_fast)
{
    return want_fast ? &fast : &slow;
}

void gap_with_else(const backend *b)
{
    [[secret]] uint8_t key[32];

    b->get(key, sizeof key);
    if (b->clear)
        b->clear(key, sizeof key);
    else
        explicit_bzero(key, sizeof key);
}

void gap_asked_first(const backend *b)
{
    [[secret]] uint8_t key[32];

    b->get(key, sizeof key);
    if (!b->clear) {
        explicit_bzero(key, sizeof key);
        return;
    }
    b->clear(key, sizeof key);
}

void gap_forgotten(const backend *b)
{
    [[secret]] uint8_t key[32]; // EXPECT: secret-missing-zeroization

    b->get(key, sizeof key);
    if (b->clear)
        key[0] = 1;
}

typedef struct driver {
    int (*load)(const uint8_t *kb, uint8_t *out, size_t n, size_t *len);
    int (*store)(const uint8_t *kb, uint8_t *out, size_t n);
} driver;

static int soft_load(const uint8_t *kb, uint8_t *out, size_t n, size_t *len)
{
    memcpy(out, kb, n);
    *len = n;
    return 0;
}

static int hard_load(const uint8_t *kb, uint8_t *out, size_t n, size_t *len)
{
    (void)kb;
    (void)out;
    (void)n;
    *len = 0;
    return -1;
}

static int soft_store(const uint8_t *kb, uint8_t *out, size_t n)
{
    memcpy(out, kb, n);
    return 0;
}

static int stub_store(const uint8_t *kb, uint8_t *out, size_t n)
{
    (void)kb;
    memset(out, 0, n);
    return -1;
}

static const driver soft = { soft_load, soft_store };
static const driver hard = { hard_load, stub_store };

const driver *driver_for(int hardware)
{
    return hardware ? &hard : &soft;
}

/* That one sets a length to zero says nothing of the other one's copy. */
int length_left(const driver *d, [[secret]] const uint8_t *kb)
{
    uint8_t copy[32]; // EXPECT: secret-missing-zeroization
    size_t len = 5;

    return d->load(kb, copy, sizeof copy, &len);
}

int length_cleared(const driver *d, [[secret]] const uint8_t *kb)
{
    uint8_t copy[32];
    size_t len = 5;
    int r = d->load(kb, copy, sizeof copy, &len);

    explicit_bzero(copy, sizeof copy);
    return r;
}

/* Nor does a buffer that one clears before anything is in it. */
int stub_left(const driver *d, [[secret]] const uint8_t *kb)
{
    uint8_t copy[32]; // EXPECT: secret-missing-zeroization

    return d->store(kb, copy, sizeof copy);
}

int stub_cleared(const driver *d, [[secret]] const uint8_t *kb)
{
    uint8_t copy[32];
    int r = d->store(kb, copy, sizeof copy);

    explicit_bzero(copy, sizeof copy);
    return r;
}
