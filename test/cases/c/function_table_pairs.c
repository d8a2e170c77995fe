// Calls init and fini of one table: by an unknown index, in helpers, after a check.
// CATEGORY: function-tables
#define _GNU_SOURCE
#include <stdint.h>
#include <string.h>

[[secret]] static uint8_t master[32];

static void no_put(uint8_t *o) { (void)o; }
static void get_version(uint8_t *o) { o[0] = 1; }
static void get_master(uint8_t *o) { memcpy(o, master, 32); }
static void put_clean(uint8_t *o) { explicit_bzero(o, 32); }

struct port {
    void (*get)(uint8_t *o);
    void (*put)(uint8_t *o);
};
static const struct port ports[] = {
    { get_version, no_put }, { get_master, put_clean }
};

int some_put(unsigned i)
{
    uint8_t k[32];

    get_master(k);
    ports[i].put(k);
    return 0;
}

int first_put(void)
{
    uint8_t k[32]; // EXPECT: secret-missing-zeroization

    get_master(k);
    ports[0].put(k);
    return 0;
}

int some_get(unsigned i)
{
    uint8_t k[32]; // EXPECT: secret-missing-zeroization

    ports[i].get(k);
    return 0;
}

int some_port(unsigned i)
{
    const struct port *p = &ports[i];
    uint8_t k[32]; // EXPECT: secret-missing-zeroization

    p->get(k);
    return 0;
}

int first_get(void)
{
    uint8_t k[32] = { 0 };

    ports[0].get(k);
    return 0;
}

/* Which of them clears what is only known to the table. */
struct context;
struct driver {
    int (*init)(struct context *c, const uint8_t *k);
    void (*fini)(struct context *c);
};
struct context {
    const struct driver *ops;
    uint8_t state[64], tweak[64];
};

static int a_init(struct context *c, const uint8_t *k)
{
    memcpy(c->tweak, k, 32);
    return 0;
}
static void a_fini(struct context *c) { explicit_bzero(c->tweak, 64); }

static int b_init(struct context *c, const uint8_t *k)
{
    memcpy(c->state, k, 32);
    return 0;
}
static void b_fini(struct context *c) { explicit_bzero(c->state, 64); }

static const struct driver driver_a = { a_init, a_fini };
static const struct driver driver_b = { b_init, b_fini };

static void stop(struct context *c) { c->ops->fini(c); }
static void stop_with(const struct driver *d, struct context *c) { d->fini(c); }

int known_driver([[secret]] const uint8_t *k)
{
    struct context c = { .ops = &driver_b };

    if (c.ops->init(&c, k))
        return -1;
    stop(&c);
    return 0;
}

int any_driver([[secret]] const uint8_t *k, const struct driver *d)
{
    struct context c = { .ops = d };

    if (c.ops->init(&c, k))
        return -1;
    stop(&c);
    return 0;
}

int driver_beside([[secret]] const uint8_t *k, const struct driver *d)
{
    struct context c;

    if (d->init(&c, k))
        return -1;
    stop_with(d, &c);
    return 0;
}

int never_stopped([[secret]] const uint8_t *k, const struct driver *d)
{
    struct context c; // EXPECT: secret-missing-zeroization

    return d->init(&c, k);
}

/* Constant arrays, and an index that is known. */
static void (*const getters[])(uint8_t *) = { no_put, get_master };
static void (*const putters[])(uint8_t *) = { no_put, put_clean };

int known_getter(void)
{
    uint8_t k[32] = { 0 };

    getters[0](k);
    return 0;
}

int known_putter(void)
{
    uint8_t k[32]; // EXPECT: secret-missing-zeroization

    get_master(k);
    putters[0](k);
    return 0;
}

int some_putter(int i)
{
    uint8_t k[32];

    get_master(k);
    putters[i](k);
    return 0;
}

/* Asked for by a helper. */
static int can_put(const struct port *p) { return p->put != NULL; }

int asked(const struct port *p)
{
    uint8_t k[32];

    get_master(k);
    if (can_put(p))
        p->put(k);
    return 0;
}

int asked_in_vain(const struct port *p)
{
    uint8_t k[32]; // EXPECT: secret-missing-zeroization

    get_master(k);
    if (can_put(p))
        no_put(k);
    return 0;
}
