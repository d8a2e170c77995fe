// Models an open-addressing hash table with string keys.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct slot { char *key; void *value; uint32_t hash; };
struct map { struct slot *slots; size_t cap, used; };

static uint32_t hash_key(const char *key)
{
    uint32_t h = 2166136261u;

    while (*key)
        h = (h ^ (uint8_t)*key++) * 16777619u;
    return h;
}

int map_init(struct map *m, size_t cap)
{
    m->slots = calloc(cap, sizeof *m->slots);
    m->cap = cap;
    m->used = 0;
    return m->slots ? 0 : -1;
}

static struct slot *find(struct map *m, const char *key, uint32_t h)
{
    size_t i = h & (m->cap - 1);

    while (m->slots[i].key && (m->slots[i].hash != h || strcmp(m->slots[i].key, key) != 0))
        i = (i + 1) & (m->cap - 1);
    return &m->slots[i];
}

static int grow(struct map *m)
{
    struct map bigger;

    if (map_init(&bigger, m->cap * 2) != 0)
        return -1;
    for (size_t i = 0; i < m->cap; i++)
        if (m->slots[i].key)
            *find(&bigger, m->slots[i].key, m->slots[i].hash) = m->slots[i];
    bigger.used = m->used;
    free(m->slots);
    *m = bigger;
    return 0;
}

int map_put(struct map *m, const char *key, void *value)
{
    uint32_t h = hash_key(key);
    struct slot *s;

    if (m->used * 2 >= m->cap && grow(m) != 0)
        return -1;
    s = find(m, key, h);
    if (!s->key) {
        s->key = strdup(key);
        if (!s->key)
            return -1;
        s->hash = h;
        m->used++;
    }
    s->value = value;
    return 0;
}

void map_wipe(struct map *m)
{
    for (size_t i = 0; i < m->cap; i++)
        free(m->slots[i].key);
    memset(m->slots, 0, m->cap * sizeof *m->slots);
    free(m->slots);
    memset(m, 0, sizeof *m);
}
