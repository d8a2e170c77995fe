// Models TLS ticket contexts that external functions free, clear or merely close.
// CATEGORY: unknown_callee
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct ticket { [[secret]] uint8_t aes[32]; [[secret]] uint8_t mac[32]; char name[16]; };
int ticket_setup(struct ticket *t, const char *file);
int ticket_seal(const struct ticket *t, uint8_t *out);
void ticket_free(struct ticket *t);
void ticket_cleanup(struct ticket *t);
void ticket_clear(struct ticket *t);
void ticket_deinit(struct ticket *t);
void ticket_close(struct ticket *t);
int raw_keys(uint8_t *p, size_t n);

int issue_free(const char *file, uint8_t *out)
{
    struct ticket t;
    int rc = ticket_setup(&t, file);

    if (rc == 0)
        rc = ticket_seal(&t, out);
    ticket_free(&t);
    return rc;
}

int issue_cleanup(const char *file, uint8_t *out)
{
    struct ticket t = {0};
    int rc = ticket_setup(&t, file);

    if (rc == 0)
        rc = ticket_seal(&t, out);
    ticket_cleanup(&t);
    return rc;
}

int issue_close(const char *file, uint8_t *out)
{
    struct ticket t; // EXPECT: secret-missing-zeroization
    int rc = ticket_setup(&t, file);

    if (rc == 0)
        rc = ticket_seal(&t, out);
    ticket_close(&t);
    return rc;
}

int issue_early(const char *file, uint8_t *out)
{
    struct ticket t;
    int rc = ticket_setup(&t, file);

    if (rc != 0)
        return rc; // EXPECT: secret-missing-zeroization
    rc = ticket_seal(&t, out);
    ticket_deinit(&t);
    return rc;
}

int issue_heap(const char *file, uint8_t *out)
{
    struct ticket *t = calloc(1, sizeof *t);
    int rc;

    if (t == NULL)
        return -1;
    rc = ticket_setup(t, file);
    if (rc == 0)
        rc = ticket_seal(t, out);
    ticket_clear(t);
    free(t);
    return rc;
}

int issue_heap_closed(const char *file, uint8_t *out)
{
    struct ticket *t = calloc(1, sizeof *t);
    int rc;

    if (t == NULL)
        return -1;
    rc = ticket_setup(t, file);
    if (rc == 0)
        rc = ticket_seal(t, out);
    ticket_close(t);
    free(t); // EXPECT: secret-missing-zeroization
    return rc;
}

static void ticket_visible_free(struct ticket *t)
{
    t->name[0] = 0;
}

int issue_body_decides(const char *file, uint8_t *out)
{
    struct ticket t; // EXPECT: secret-missing-zeroization
    int rc = ticket_setup(&t, file);

    if (rc == 0)
        rc = ticket_seal(&t, out);
    ticket_visible_free(&t);
    return rc;
}

static void ticket_visible_destroy(struct ticket *t)
{
    explicit_bzero(t, sizeof *t);
}

int issue_body_wipes(const char *file, uint8_t *out)
{
    struct ticket t;
    int rc = ticket_setup(&t, file);

    if (rc == 0)
        rc = ticket_seal(&t, out);
    ticket_visible_destroy(&t);
    return rc;
}
