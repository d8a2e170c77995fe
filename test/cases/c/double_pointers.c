// Models destructors that take the address of a pointer.
// CATEGORY: pointers
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct psk { size_t len; [[secret]] uint8_t key[64]; };
int psk_read(struct psk *p, int fd);
int psk_use(const struct psk *p);

void psk_free(struct psk **pp)
{
    if (pp == NULL || *pp == NULL)
        return;
    explicit_bzero(*pp, sizeof **pp);
    free(*pp);
    *pp = NULL;
}

void psk_free_quick(struct psk **pp)
{
    if (pp == NULL || *pp == NULL)
        return;
    free(*pp); // EXPECT: secret-missing-zeroization
    *pp = NULL;
}

void psk_free_short(struct psk **pp)
{
    if (pp == NULL || *pp == NULL)
        return;
    explicit_bzero(*pp, sizeof *pp); // EXPECT: secret-partial-zeroization
    free(*pp);
    *pp = NULL;
}

int psk_run(int fd)
{
    struct psk *p = calloc(1, sizeof *p);
    int rc;

    if (!p)
        return -1;
    rc = psk_read(p, fd);
    if (rc == 0)
        rc = psk_use(p);
    psk_free(&p);
    return rc;
}

int psk_load(struct psk **out, int fd)
{
    struct psk *p = calloc(1, sizeof *p);

    if (!p)
        return -1;
    if (psk_read(p, fd) != 0) {
        psk_free(&p);
        return -1;
    }
    *out = p;
    return 0;
}

int psk_load_forgets(struct psk **out, int fd)
{
    struct psk *p = calloc(1, sizeof *p);

    if (!p)
        return -1;
    if (psk_read(p, fd) != 0) {
        free(p); // EXPECT: secret-missing-zeroization
        return -1;
    }
    *out = p;
    return 0;
}

int psk_swap(struct psk **a, struct psk **b)
{
    struct psk *t = *a;

    *a = *b;
    *b = t;
    return 0;
}

int psk_array(int fd, int n)
{
    struct psk *list[4] = {NULL};
    int rc = 0;

    for (int i = 0; i < n && i < 4; i++) {
        list[i] = calloc(1, sizeof *list[i]);
        if (list[i])
            rc |= psk_read(list[i], fd);
    }
    for (int i = 0; i < 4; i++)
        psk_free(&list[i]);
    return rc;
}
