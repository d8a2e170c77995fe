// Models an MQTT client in which flags tell whether a token was read.
// CATEGORY: conditional_fill
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdbool.h>

struct opts { bool use_token; bool tls; int fd; };
int token_read(int fd, char *out, size_t n);
int mqtt_connect(const char *tok);
int mqtt_connect_anon(void);

int connect_flag(const struct opts *o)
{
    [[secret]] char tok[128];
    bool have = false;
    int rc;

    if (o->use_token) {
        token_read(o->fd, tok, sizeof tok);
        have = true;
    }
    rc = have ? mqtt_connect(tok) : mqtt_connect_anon();
    if (have)
        explicit_bzero(tok, sizeof tok);
    return rc;
}

int connect_flag_late(const struct opts *o)
{
    [[secret]] char tok[128];
    bool have = false;
    int rc;

    if (o->use_token) {
        token_read(o->fd, tok, sizeof tok);
        have = o->tls;
    }
    rc = have ? mqtt_connect(tok) : mqtt_connect_anon();
    if (have)
        explicit_bzero(tok, sizeof tok);
    return rc; // EXPECT: secret-missing-zeroization
}

int connect_other_flag(const struct opts *o, bool verbose)
{
    [[secret]] char tok[128];
    int rc;

    token_read(o->fd, tok, sizeof tok);
    rc = mqtt_connect(tok);
    if (verbose)
        explicit_bzero(tok, sizeof tok);
    return rc; // EXPECT: secret-missing-zeroization
}

int connect_counter(const struct opts *o)
{
    [[secret]] char tok[128];
    int filled = 0;
    int rc = 0;

    if (o->fd >= 0) {
        rc = token_read(o->fd, tok, sizeof tok);
        filled = 1;
    }
    if (rc == 0)
        rc = mqtt_connect_anon();
    if (filled != 0)
        explicit_bzero(tok, sizeof tok);
    return rc;
}

int connect_param(int fd, bool want)
{
    [[secret]] char tok[128];
    int rc = 0;

    if (want)
        token_read(fd, tok, sizeof tok);
    if (!want)
        return mqtt_connect_anon();
    rc = mqtt_connect(tok);
    explicit_bzero(tok, sizeof tok);
    return rc;
}

int connect_param_partly(int fd, bool want, bool keep)
{
    [[secret]] char tok[128];
    int rc;

    if (!want)
        return mqtt_connect_anon();
    token_read(fd, tok, sizeof tok);
    rc = mqtt_connect(tok);
    if (keep)
        return rc; // EXPECT: secret-missing-zeroization
    explicit_bzero(tok, sizeof tok);
    return rc;
}

int connect_always(const struct opts *o)
{
    [[secret]] char tok[128];
    int rc = -1;

    if (o->use_token && token_read(o->fd, tok, sizeof tok) == 0)
        rc = mqtt_connect(tok);
    explicit_bzero(tok, sizeof tok);
    return rc;
}
