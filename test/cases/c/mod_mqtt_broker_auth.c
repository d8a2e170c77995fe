// Realistic module: authentication in an MQTT broker with Lua hooks.
// CATEGORY: module
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <syslog.h>
#include <unistd.h>

typedef struct lua_State lua_State;
const char *lua_pushstring(lua_State *L, const char *s);
const char *lua_pushlstring(lua_State *L, const char *s, size_t n);
void lua_pushboolean(lua_State *L, int b);
int lua_pcall_hook(lua_State *L, int nargs);

struct session {
    char client_id[64];
    char user[64];
    [[secret]] char password[128];
    size_t password_len;
    int authed;
};
struct token { [[secret]] char *text; size_t cap; long expires; };
struct auth { lua_State *L; struct token service; int attempts; };

int packet_string(const uint8_t **p, size_t *left, char *out, size_t cap);
int packet_secret(const uint8_t **p, size_t *left, [[secret]] char *out, size_t cap);
int hash_verify([[secret]] const char *pw, const char *stored);
int http_token(const char *url, char *out, size_t cap);
int db_lookup(const char *user, char *hash, size_t cap);
void explicit_scrub(void *p, size_t n);

static void session_forget(struct session *s)
{
    explicit_scrub(s->password, sizeof s->password);
    s->password_len = 0;
}

int session_parse(struct session *s, const uint8_t *p, size_t n)
{
    memset(s, 0, sizeof *s);
    if (packet_string(&p, &n, s->client_id, sizeof s->client_id) < 0)
        return -1;
    if (packet_string(&p, &n, s->user, sizeof s->user) < 0)
        return -1;
    if (packet_secret(&p, &n, s->password, sizeof s->password) < 0)
        return -1;
    s->password_len = strlen(s->password);
    return 0;
}

int auth_database(struct session *s)
{
    char hash[128];

    if (db_lookup(s->user, hash, sizeof hash) != 0)
        return -1;
    if (hash_verify(s->password, hash) != 0) {
        syslog(LOG_NOTICE, "user %s: wrong password (%zu bytes)", s->user, s->password_len);
        return -1;
    }
    s->authed = 1;
    return 0;
}

int auth_lua(struct auth *a, struct session *s)
{
    lua_pushstring(a->L, s->user);
    lua_pushlstring(a->L, s->password, s->password_len); // EXPECT: secret-immutable-copy
    if (lua_pcall_hook(a->L, 2) != 0)
        return -1;
    s->authed = 1;
    return 0;
}

int auth_lua_decided(struct auth *a, struct session *s)
{
    int ok = auth_database(s) == 0;

    lua_pushstring(a->L, s->user);
    lua_pushboolean(a->L, ok);
    return lua_pcall_hook(a->L, 2);
}

int auth_trace(const struct session *s)
{
    char line[256];

    snprintf(line, sizeof line, "%s/%s: %s", s->client_id, s->user, s->authed ? "yes" : "no");
    syslog(LOG_DEBUG, "%s", line);
    return 0;
}

int auth_trace_all(const struct session *s)
{
    char line[256]; // EXPECT: secret-missing-zeroization

    snprintf(line, sizeof line, "%s/%s/%s", s->client_id, s->user, s->password);
    syslog(LOG_DEBUG, "%s", line); // EXPECT: secret-exposure
    return 0;
}

int token_refresh(struct auth *a, const char *url)
{
    [[secret]] char buf[512];
    char *copy;
    size_t n;

    if (http_token(url, buf, sizeof buf) != 0) {
        explicit_scrub(buf, sizeof buf);
        return -1;
    }
    n = strlen(buf) + 1;
    copy = malloc(n);
    if (!copy)
        return -1; // EXPECT: secret-missing-zeroization
    memcpy(copy, buf, n);
    explicit_scrub(buf, sizeof buf);
    if (a->service.text)
        explicit_scrub(a->service.text, a->service.cap);
    free(a->service.text);
    a->service.text = copy;
    a->service.cap = n;
    return 0;
}

int token_header(const struct auth *a, int fd)
{
    char head[600];
    int n = snprintf(head, sizeof head, "Authorization: Bearer %s\r\n", a->service.text);
    ssize_t w = write(fd, head, (size_t)n);

    explicit_scrub(head, sizeof head);
    return w == n ? 0 : -1;
}

int token_header_memset(const struct auth *a, int fd)
{
    char head[600];
    int n = snprintf(head, sizeof head, "Authorization: Bearer %s\r\n", a->service.text);
    ssize_t w = write(fd, head, (size_t)n);

    memset(head, 0, sizeof head); // EXPECT: secret-elidable-zeroization
    return w == n ? 0 : -1;
}

void token_drop(struct token *t)
{
    if (t->text)
        explicit_scrub(t->text, t->cap);
    free(t->text);
    t->text = NULL;
}

int broker_connect(struct auth *a, const uint8_t *p, size_t n)
{
    struct session s;
    int rc = session_parse(&s, p, n);

    if (rc == 0)
        rc = auth_database(&s);
    if (rc != 0)
        a->attempts++;
    session_forget(&s);
    return rc;
}

int broker_connect_strict(struct auth *a, const uint8_t *p, size_t n)
{
    struct session s;

    if (a->attempts > 5)
        return -2;
    if (session_parse(&s, p, n) != 0) {
        session_forget(&s);
        return -1;
    }
    if (strcmp(s.user, "admin") == 0)
        return -3; // EXPECT: secret-missing-zeroization
    if (auth_database(&s) != 0)
        a->attempts++;
    session_forget(&s);
    return s.authed ? 0 : -1;
}

int broker_heap(struct auth *a, const uint8_t *p, size_t n)
{
    struct session *s = malloc(sizeof *s);
    int rc;

    if (!s)
        return -1;
    rc = session_parse(s, p, n);
    if (rc == 0)
        rc = auth_database(s);
    session_forget(s);
    free(s);
    a->attempts += rc != 0;
    return rc;
}

int broker_heap_quick(struct auth *a, const uint8_t *p, size_t n)
{
    struct session *s = calloc(1, sizeof *s);
    int rc;

    if (!s)
        return -1;
    rc = session_parse(s, p, n);
    if (rc != 0) {
        free(s); // EXPECT: secret-missing-zeroization
        return rc;
    }
    rc = auth_database(s);
    session_forget(s);
    free(s);
    a->attempts += rc != 0;
    return rc;
}
