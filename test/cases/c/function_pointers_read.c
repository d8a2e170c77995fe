// Pointers that are read from a table before the call, and tables of tables.
// CATEGORY: function-tables
#define _GNU_SOURCE
#include <stddef.h>
#include <stdint.h>
#include <string.h>

int hsm_read(void *out, size_t n);
void consume(const void *p, size_t n);
int is_hard(void);

typedef struct driver {
    int (*load)(uint8_t *out);
    void (*clear)(uint8_t *p, size_t n);
    void (*ignore)(uint8_t *p, size_t n);
} driver;

[[secret]] static uint8_t master[32];

static int load_master(uint8_t *out)
{
    memcpy(out, master, sizeof master);
    return 0;
}

static int load_serial(uint8_t *out)
{
    memset(out, 7, 32);
    return 0;
}

static void clear_all(uint8_t *p, size_t n)
{
    explicit_bzero(p, n);
}

static void clear_slowly(uint8_t *p, size_t n)
{
    volatile uint8_t *v = p;

    while (n--)
        *v++ = 0;
}

static void count(uint8_t *p, size_t n)
{
    (void)p;
    (void)n;
}

static const driver hard = { load_master, clear_all, count };
static const driver soft = { load_serial, clear_slowly, count };

const driver *driver_for(int hardware)
{
    return hardware ? &hard : &soft;
}

int assigned_leaves(const driver *d)
{
    uint8_t key[32]; // EXPECT: secret-missing-zeroization
    int (*load)(uint8_t *);

    load = d->load;
    if (load(key))
        return -1;
    consume(key, sizeof key);
    return 0;
}

int assigned_clears(const driver *d)
{
    uint8_t key[32];
    int (*load)(uint8_t *) = NULL;
    void (*clear)(uint8_t *, size_t);

    load = d->load;
    clear = d->clear;
    if (load(key))
        return -1;
    consume(key, sizeof key);
    clear(key, sizeof key);
    return 0;
}

int assigned_ignores(const driver *d)
{
    uint8_t key[32]; // EXPECT: secret-missing-zeroization
    void (*clear)(uint8_t *, size_t);

    clear = d->ignore;
    load_master(key);
    consume(key, sizeof key);
    clear(key, sizeof key);
    return 0;
}

/* What it points to at the call is one of two things, or a third. */
int assigned_twice(const driver *d, int (*other)(uint8_t *))
{
    uint8_t key[32];
    int (*load)(uint8_t *) = d->load;

    if (is_hard())
        load = other;
    if (load(key))
        return -1;
    consume(key, sizeof key);
    return 0;
}

int assigned_function(void)
{
    [[secret]] uint8_t key[32];
    void (*clear)(uint8_t *, size_t);

    clear = clear_slowly;
    hsm_read(key, sizeof key);
    consume(key, sizeof key);
    clear(key, sizeof key);
    return 0;
}

int assigned_other_function(void)
{
    [[secret]] uint8_t key[32]; // EXPECT: secret-missing-zeroization
    void (*clear)(uint8_t *, size_t);

    clear = count;
    hsm_read(key, sizeof key);
    consume(key, sizeof key);
    clear(key, sizeof key);
    return 0;
}

int dereferenced_leaves(const driver *d)
{
    uint8_t key[32]; // EXPECT: secret-missing-zeroization

    (**d->load)(key);
    consume(key, sizeof key);
    return 0;
}

int dereferenced_clears(const driver *d)
{
    uint8_t key[32];

    (**d->load)(key);
    consume(key, sizeof key);
    (**d->clear)(key, sizeof key);
    return 0;
}

static void (*const clears[2][2])(uint8_t *, size_t) = {
    { clear_all, clear_slowly },
    { clear_slowly, clear_all },
};

static void (*const ends[2][2])(uint8_t *, size_t) = {
    { count, count },
    { count, count },
};

int grid_clears(unsigned row, unsigned column)
{
    uint8_t key[32];

    load_master(key);
    consume(key, sizeof key);
    clears[row & 1][column & 1](key, sizeof key);
    return 0;
}

int grid_ignores(unsigned row, unsigned column)
{
    uint8_t key[32]; // EXPECT: secret-missing-zeroization

    load_master(key);
    consume(key, sizeof key);
    ends[row & 1][column & 1](key, sizeof key);
    return 0;
}
