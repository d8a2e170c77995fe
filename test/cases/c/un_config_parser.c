// Models an INI parser without secrets.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <ctype.h>

struct entry { char *key; char *value; struct entry *next; };
struct ini { struct entry *head; int count; };

static char *trim(char *s)
{
    char *e;

    while (isspace((unsigned char)*s))
        s++;
    e = s + strlen(s);
    while (e > s && isspace((unsigned char)e[-1]))
        *--e = 0;
    return s;
}

static int add(struct ini *ini, const char *key, const char *value)
{
    struct entry *e = calloc(1, sizeof *e);

    if (!e)
        return -1;
    e->key = strdup(key);
    e->value = strdup(value);
    if (!e->key || !e->value) {
        free(e->key);
        free(e->value);
        free(e);
        return -1;
    }
    e->next = ini->head;
    ini->head = e;
    ini->count++;
    return 0;
}

int ini_load(struct ini *ini, FILE *f)
{
    char line[256];
    int n = 0;

    while (fgets(line, sizeof line, f)) {
        char *eq = strchr(line, '=');

        n++;
        if (line[0] == ';' || !eq)
            continue;
        *eq = 0;
        if (add(ini, trim(line), trim(eq + 1)) != 0) {
            fprintf(stderr, "line %d: no memory\n", n);
            return -1;
        }
    }
    memset(line, 0, sizeof line);
    return ini->count;
}

const char *ini_get(const struct ini *ini, const char *key)
{
    for (const struct entry *e = ini->head; e; e = e->next)
        if (strcmp(e->key, key) == 0)
            return e->value;
    return NULL;
}

void ini_free(struct ini *ini)
{
    struct entry *e, *next;

    for (e = ini->head; e; e = next) {
        next = e->next;
        free(e->key);
        free(e->value);
        memset(e, 0, sizeof *e);
        free(e);
    }
    memset(ini, 0, sizeof(ini));
}
