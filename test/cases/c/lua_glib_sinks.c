// Models plug-ins that pass credentials to Lua and GLib.
// CATEGORY: interned
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

typedef struct lua_State lua_State;
typedef char gchar;
typedef uint32_t GQuark;
typedef struct _GBytes GBytes;
typedef struct _GVariant GVariant;
const char *lua_pushstring(lua_State *L, const char *s);
const char *lua_pushlstring(lua_State *L, const char *s, size_t len);
const char *lua_pushfstring(lua_State *L, const char *fmt, ...);
void lua_pushinteger(lua_State *L, long long n);
void lua_setfield(lua_State *L, int idx, const char *k);
const gchar *g_intern_string(const gchar *string);
GQuark g_quark_from_string(const gchar *string);
GBytes *g_bytes_new(const void *data, size_t size);
GVariant *g_variant_new_string(const gchar *string);
gchar *g_strdup(const gchar *str);
void g_free(void *mem);
int cred_get(const char *name, char *out, size_t n);

int l_token(lua_State *L, const char *name)
{
    [[secret]] char tok[96];

    if (cred_get(name, tok, sizeof tok) == 0)
        lua_pushstring(L, tok); // EXPECT: secret-immutable-copy
    else
        lua_pushstring(L, "none");
    explicit_bzero(tok, sizeof tok);
    return 1;
}

int l_token_sized(lua_State *L, const char *name)
{
    [[secret]] char tok[96];

    cred_get(name, tok, sizeof tok);
    lua_pushlstring(L, tok, sizeof tok); // EXPECT: secret-immutable-copy
    explicit_bzero(tok, sizeof tok);
    return 1;
}

int l_token_formatted(lua_State *L, [[secret]] const char *tok)
{
    lua_pushfstring(L, "Bearer %s", tok); // EXPECT: secret-immutable-copy
    return 1;
}

int l_token_length(lua_State *L, [[secret]] const char *tok)
{
    lua_pushinteger(L, (long long)strlen(tok));
    lua_pushfstring(L, "%d bytes", (int)strlen(tok));
    return 2;
}

int l_field(lua_State *L, [[secret]] const char *tok)
{
    lua_setfield(L, -2, "token");
    return tok != NULL;
}

const gchar *keep_interned([[secret]] const gchar *pw)
{
    return g_intern_string(pw); // EXPECT: secret-immutable-copy
}

GQuark keep_quark([[secret]] const gchar *pw)
{
    return g_quark_from_string(pw); // EXPECT: secret-immutable-copy
}

GQuark quark_of_name(const gchar *name)
{
    return g_quark_from_string(name);
}

GBytes *keep_bytes([[secret]] const uint8_t *key)
{
    return g_bytes_new(key, 32); // EXPECT: secret-immutable-copy
}

GVariant *keep_variant([[secret]] const gchar *pw)
{
    return g_variant_new_string(pw); // EXPECT: secret-immutable-copy
}

int keep_dup([[secret]] const gchar *pw)
{
    gchar *c = g_strdup(pw);
    int rc = c[0] == 0;

    explicit_bzero(c, strlen(c));
    g_free(c);
    return rc;
}

int lose_dup([[secret]] const gchar *pw)
{
    gchar *c = g_strdup(pw);
    int rc = c[0] == 0;

    g_free(c); // EXPECT: secret-missing-zeroization
    return rc;
}

__attribute__((annotate("interns"))) int sym_enter(const char *name);

int enter_secret([[secret]] const char *pw, const char *user)
{
    return sym_enter(user) + sym_enter(pw); // EXPECT: secret-immutable-copy
}
