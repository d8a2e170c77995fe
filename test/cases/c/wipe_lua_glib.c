// Models plug-ins that clear strings owned by Lua, GLib or Python.
// CATEGORY: immutable_zeroization
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

typedef struct lua_State lua_State;
typedef struct _object PyObject;
const char *lua_tostring_at(lua_State *L, int i);
const char *lua_tolstring(lua_State *L, int i, size_t *len);
const char *g_intern_string(const char *s);
char *g_strdup(const char *s);
void g_free(void *p);
const char *PyUnicode_AsUTF8AndSize(PyObject *o, ptrdiff_t *n);
int PyBytes_AsStringAndSize(PyObject *o, char **p, ptrdiff_t *n);
int auth(const char *user, const char *pw);

int auth_lua(lua_State *L)
{
    size_t n = 0;
    [[secret]] const char *pw = lua_tolstring(L, 2, &n);
    int rc = auth("lua", pw);

    explicit_bzero((char *)pw, n); // ALLOW: secret-immutable-zeroization
    return rc;
}

int auth_lua_only(lua_State *L)
{
    size_t n = 0;
    [[secret]] const char *pw = lua_tolstring(L, 2, &n);

    return auth("lua", pw);
}

int auth_interned([[secret]] const char *pw)
{
    const char *same = g_intern_string(pw); // EXPECT: secret-immutable-copy
    int rc = auth("glib", same);

    memset((char *)same, 0, strlen(same)); // EXPECT: secret-immutable-zeroization
    return rc;
}

int auth_duplicated([[secret]] const char *pw)
{
    char *own = g_strdup(pw);
    int rc = auth("glib", own);

    explicit_bzero(own, strlen(own));
    g_free(own);
    return rc;
}

int auth_python(PyObject *o)
{
    ptrdiff_t n = 0;
    [[secret]] const char *pw = PyUnicode_AsUTF8AndSize(o, &n);
    int rc;

    if (!pw)
        return -1;
    rc = auth("py", pw);
    memset((void *)pw, 0, (size_t)n); // EXPECT: secret-immutable-zeroization
    return rc;
}

int auth_python_copy(PyObject *o)
{
    [[secret]] const char *pw = PyUnicode_AsUTF8AndSize(o, NULL);
    char own[64];
    int rc;

    if (!pw || strlen(pw) >= sizeof own)
        return -1;
    strcpy(own, pw);
    rc = auth("py", own);
    explicit_bzero(own, sizeof own);
    return rc;
}
