// Models GNU-style code: compound literals, statement expressions, elvis, typeof.
// CATEGORY: gnu_extensions
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct chap { uint8_t id; [[secret]] uint8_t secret_bytes[16]; };
int chap_load(struct chap *c);
int chap_send(const struct chap *c);
int chap_bytes(uint8_t *p, size_t n);

#define FILL(buf) ({ int r_ = chap_bytes((buf), sizeof(buf)); r_; })

int send_statement_expr(void)
{
    [[secret]] uint8_t k[16];
    int rc = FILL(k);

    explicit_bzero(k, sizeof k);
    return rc;
}

int send_statement_expr_forgets(void)
{
    [[secret]] uint8_t k[16]; // EXPECT: secret-missing-zeroization
    int rc = FILL(k);

    return rc;
}

int send_inner_local(void)
{
    int rc = ({
        struct chap c;
        int r = chap_load(&c);
        if (r == 0)
            r = chap_send(&c);
        explicit_bzero(&c, sizeof c);
        r;
    });

    return rc;
}

int send_inner_local_forgets(void)
{
    int rc = ({
        struct chap c; // EXPECT: secret-missing-zeroization
        int r = chap_load(&c);
        if (r == 0)
            r = chap_send(&c);
        r;
    });

    return rc;
}

int send_compound_literal(void)
{
    struct chap *c = &(struct chap){.id = 7};
    int rc = chap_load(c);

    if (rc == 0)
        rc = chap_send(c);
    explicit_bzero(c, sizeof *c);
    return rc;
}

int send_reset_literal(void)
{
    struct chap c;
    int rc = chap_load(&c);

    if (rc == 0)
        rc = chap_send(&c);
    c = (struct chap){.id = 0}; // EXPECT: secret-elidable-zeroization
    return rc;
}

int send_elvis(const struct chap *given)
{
    struct chap c = {0};
    const struct chap *use = given ?: &c;

    return chap_send(use);
}

int send_typeof(void)
{
    struct chap c;
    __typeof__(c) d;
    int rc = chap_load(&c);

    d = c;
    rc |= chap_send(&d);
    explicit_bzero(&c, sizeof c);
    explicit_bzero(&d, sizeof d);
    return rc;
}

int send_auto_type(void)
{
    struct chap c;
    int rc = chap_load(&c);
    __auto_type d = c; // EXPECT: secret-missing-zeroization

    rc |= chap_send(&d);
    explicit_bzero(&c, sizeof c);
    return rc;
}

int send_computed_goto(int which)
{
    static const void *const targets[] = {&&skip, &&work};
    [[secret]] uint8_t k[16];
    int rc = 0;

    goto *targets[which & 1];
work:
    rc = chap_bytes(k, sizeof k);
    explicit_bzero(k, sizeof k);
skip:
    return rc;
}
