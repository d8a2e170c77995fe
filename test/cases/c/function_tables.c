// Calls what the program stores in tables of functions: drivers, handlers.
// CATEGORY: function-tables
#define _GNU_SOURCE
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int hsm_read(void *out, size_t n);
void consume(const void *p, size_t n);

typedef struct vault {
    int (*fetch)(struct vault *v, uint8_t *out);
    void (*scrub)(uint8_t *p, size_t n);
    void (*drop)(uint8_t *p, size_t n);
} vault;

[[secret]] static uint8_t master[32];

static int fetch_master(vault *v, uint8_t *out)
{
    (void)v;
    memcpy(out, master, sizeof master);
    return 0;
}

static int fetch_serial(vault *v, uint8_t *out)
{
    (void)v;
    memset(out, 7, 32);
    return 0;
}

static void scrub_all(uint8_t *p, size_t n)
{
    volatile uint8_t *v = p;

    while (n--)
        *v++ = 0;
}

static void scrub_nothing(uint8_t *p, size_t n)
{
    (void)p;
    (void)n;
}

static void drop_clean(uint8_t *p, size_t n)
{
    explicit_bzero(p, n);
    free(p);
}

static const struct vault hard = { fetch_master, scrub_all, drop_clean };
static const struct vault soft = {
    .fetch = fetch_serial, .scrub = scrub_nothing, .drop = drop_clean
};

/* One of the two brings a secret. */
int copies_and_leaves(vault *v)
{
    uint8_t key[32]; // EXPECT: secret-missing-zeroization

    if (v->fetch(v, key))
        return -1;
    consume(key, sizeof key);
    return 0;
}

int copies_and_clears(vault *v)
{
    uint8_t key[32];

    if (v->fetch(v, key))
        return -1;
    consume(key, sizeof key);
    explicit_bzero(key, sizeof key);
    return 0;
}

/* The table that brings the secret also clears it. */
int same_table(vault *v)
{
    uint8_t key[32];

    if (v->fetch(v, key))
        return -1;
    consume(key, sizeof key);
    v->scrub(key, sizeof key);
    return 0;
}

/* Of tables that nobody knows the one that clears is believed. */
int other_table(vault *v, vault *w)
{
    uint8_t key[32];

    if (v->fetch(v, key))
        return -1;
    consume(key, sizeof key);
    w->scrub(key, sizeof key);
    return 0;
}

int known_table(void)
{
    const vault *v = &hard;
    uint8_t key[32];

    if (fetch_master(NULL, key))
        return -1;
    consume(key, sizeof key);
    v->scrub(key, sizeof key);
    return 0;
}

int known_lazy_table(void)
{
    const vault *v = &soft;
    uint8_t key[32]; // EXPECT: secret-missing-zeroization

    if (fetch_master(NULL, key))
        return -1;
    consume(key, sizeof key);
    v->scrub(key, sizeof key);
    return 0;
}

/* Every table clears before it frees. */
int all_drop(vault *v)
{
    [[secret]] uint8_t *key = malloc(32);

    if (!key)
        return -1;
    if (hsm_read(key, 32)) {
        free(key); // EXPECT: secret-missing-zeroization
        return -1;
    }
    v->drop(key, 32);
    return 0;
}

/* Assigned, not initialized. */
struct session {
    void (*on_key)(uint8_t *out);
    void (*on_end)(uint8_t *p, size_t n);
};

static void session_key(uint8_t *out)
{
    memcpy(out, master, 16);
}

void session_begin(struct session *s)
{
    s->on_key = session_key;
    s->on_end = scrub_all;
}

int session_leaves(struct session *s)
{
    uint8_t key[16]; // EXPECT: secret-missing-zeroization

    s->on_key(key);
    consume(key, sizeof key);
    return 0;
}

int session_ends(struct session *s)
{
    uint8_t key[16];

    s->on_key(key);
    consume(key, sizeof key);
    s->on_end(key, sizeof key);
    return 0;
}

/* What the caller registers may be anything. */
struct listener {
    void (*on_data)(uint8_t *out);
};

void listen(struct listener *l, void (*f)(uint8_t *out))
{
    l->on_data = f ? f : session_key;
}

int hear(struct listener *l)
{
    uint8_t data[16];

    l->on_data(data);
    consume(data, sizeof data);
    return 0;
}

/* An array of handlers. */
static void read_version(uint8_t *out)
{
    out[0] = 1;
}

static void (*const readers[])(uint8_t *) = { read_version, session_key };
static void (*const plain_readers[])(uint8_t *) = { read_version, NULL };

int read_register(unsigned n)
{
    uint8_t out[16]; // EXPECT: secret-missing-zeroization

    if (n >= 2)
        return -1;
    readers[n](out);
    consume(out, sizeof out);
    return 0;
}

int read_plain_register(unsigned n)
{
    uint8_t out[16];

    if (n >= 2 || !plain_readers[n])
        return -1;
    plain_readers[n](out);
    consume(out, sizeof out);
    return 0;
}

/* Through wrappers, and with a null check. */
static int vault_fetch(vault *v, uint8_t *out)
{
    return v->fetch ? v->fetch(v, out) : -1;
}

static void vault_scrub(const vault *v, uint8_t *p, size_t n)
{
    if (v->scrub)
        v->scrub(p, n);
}

int wrapped(vault *v)
{
    uint8_t key[32];

    if (vault_fetch(v, key))
        return -1;
    consume(key, sizeof key);
    vault_scrub(v, key, sizeof key);
    return 0;
}

int wrapped_and_left(vault *v)
{
    uint8_t key[32]; // EXPECT: secret-missing-zeroization

    if (vault_fetch(v, key))
        return -1;
    consume(key, sizeof key);
    return 0;
}

/* Which of two tables is not known, and both are constant. */
struct provider {
    void *(*make)(const uint8_t *k);
    void (*end)(void *c);
};
struct small_context { uint8_t k[16]; };
struct large_context { uint8_t k[32]; int rounds; };

static void *small_make(const uint8_t *k)
{
    struct small_context *c = malloc(sizeof *c);
    if (c)
        memcpy(c->k, k, 16);
    return c;
}

static void small_end(void *c)
{
    explicit_bzero(c, sizeof(struct small_context));
    free(c);
}

static void *large_make(const uint8_t *k)
{
    struct large_context *c = malloc(sizeof *c);
    if (c)
        memcpy(c->k, k, 32);
    return c;
}

static void large_end(void *c)
{
    explicit_bzero(c, sizeof(struct large_context));
    free(c);
}

static const struct provider small = { small_make, small_end };
static const struct provider large = { large_make, large_end };

int provided(int strong, [[secret]] const uint8_t *k)
{
    const struct provider *p = strong ? &large : &small;
    void *c = p->make(k);

    if (!c)
        return -1;
    consume(c, 16);
    p->end(c);
    return 0;
}

int provided_from(const struct provider *p, [[secret]] const uint8_t *k)
{
    void *c = p->make(k);

    if (!c)
        return -1;
    consume(c, 16);
    p->end(c);
    return 0;
}

/* Elements of a constant array are tables of their own. */
static const struct provider providers[] = {
    { small_make, small_end }, { large_make, large_end }
};

int first_provider([[secret]] const uint8_t *k)
{
    void *c = providers[0].make(k);

    if (!c)
        return -1;
    consume(c, 16);
    providers[0].end(c);
    return 0;
}

/* A machine whose handler changes. */
struct machine {
    [[secret]] uint8_t key[32];
    void (*step)(struct machine *m);
};

static void step_done(struct machine *m)
{
    explicit_bzero(m->key, sizeof m->key);
    m->step = NULL;
}

static void step_start(struct machine *m)
{
    hsm_read(m->key, 32);
    m->step = step_done;
}

void run_machine(void)
{
    struct machine m;

    m.step = step_start;
    while (m.step)
        m.step(&m);
}

/* A block that a function nobody sees may have kept. */
static void (*observers[4])(uint8_t *) = { read_version };

void observe(int i, void (*f)(uint8_t *))
{
    void (**slot)(uint8_t *) = observers + i;
    *slot = f;
}

void tell(int i)
{
    [[secret]] uint8_t *k = malloc(32);

    if (!k)
        return;
    hsm_read(k, 32);
    observers[i & 3](k);
}
