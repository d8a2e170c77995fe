// Models records on the stack whose tagged fields are blocks, arrays and scalars.
// CATEGORY: tagged_fields
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct cred { const char *user; [[secret]] char *pw; size_t pw_cap; };
struct otp { [[secret]] uint32_t code; uint32_t ttl; };
struct both { [[secret]] uint8_t salt_key[8]; [[secret]] uint64_t counter_key; int n; };
int ask_pw(const char *user, char *out, size_t n);
int otp_next(struct otp *o);
int otp_send(uint32_t code);
int both_fill(struct both *b);
int both_use(const struct both *b);
int login(const struct cred *c);

int cred_session(const char *user)
{
    struct cred c = {user, malloc(64), 64};
    int rc = -1;

    if (!c.pw)
        return -1;
    if (ask_pw(user, c.pw, c.pw_cap) == 0)
        rc = login(&c);
    explicit_bzero(c.pw, c.pw_cap);
    free(c.pw);
    return rc;
}

int cred_session_forgets(const char *user)
{
    struct cred c = {user, malloc(64), 64};
    int rc = -1;

    if (!c.pw)
        return -1;
    if (ask_pw(user, c.pw, c.pw_cap) == 0)
        rc = login(&c);
    free(c.pw); // EXPECT: secret-missing-zeroization
    return rc;
}

int cred_session_borrowed(const char *user, [[secret]] char *pw)
{
    struct cred c = {user, pw, 0};

    return login(&c);
}

int otp_session(void)
{
    struct otp o;
    int rc = otp_next(&o);

    if (rc == 0)
        rc = otp_send(o.code);
    explicit_bzero(&o, sizeof o);
    return rc;
}

int otp_session_forgets(void)
{
    struct otp o; // EXPECT: secret-missing-zeroization
    int rc = otp_next(&o);

    return rc ? rc : otp_send(o.code);
}

int otp_session_field(void)
{
    struct otp o;
    int rc = otp_next(&o);

    if (rc == 0)
        rc = otp_send(o.code);
    explicit_bzero(&o.code, sizeof o.code);
    return rc;
}

int otp_session_wrong_field(void)
{
    struct otp o;
    int rc = otp_next(&o);

    if (rc == 0)
        rc = otp_send(o.code);
    explicit_bzero(&o, 2); // EXPECT: secret-partial-zeroization
    return rc;
}

int both_session(void)
{
    struct both b;
    int rc = both_fill(&b) | both_use(&b);

    explicit_bzero(b.salt_key, sizeof b.salt_key);
    explicit_bzero(&b.counter_key, sizeof b.counter_key);
    return rc;
}

int both_session_half(void)
{
    struct both b;
    int rc = both_fill(&b) | both_use(&b);

    explicit_bzero(&b.counter_key, sizeof b.counter_key); // EXPECT: secret-partial-zeroization
    return rc;
}

int both_ttl(const struct otp *o)
{
    uint32_t ttl = o->ttl;
    uint8_t out[4];

    memcpy(out, &ttl, sizeof out);
    return out[0];
}
