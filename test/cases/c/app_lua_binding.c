// A Lua module for a vault: what is pushed to Lua can never be zeroized.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct lua_State lua_State;
const char *lua_pushlstring(lua_State *L, const char *s, size_t n);
const char *lua_pushstring(lua_State *L, const char *s);
const char *luaL_checklstring(lua_State *L, int arg, size_t *n);
void lua_pushinteger(lua_State *L, long long n);
int luaL_error(lua_State *L, const char *fmt, ...);
void explicit_bzero(void *p, size_t n);
int vault_get(const char *name, [[secret]] char *out, size_t cap, size_t *n);
int vault_seal(const char *name, [[secret]] const char *in, size_t n, [[clang::annotate("public")]] char *out);

int l_get(lua_State *L) {
  [[secret]] char buf[256];
  size_t n = 0;
  if (vault_get(luaL_checklstring(L, 1, NULL), buf, sizeof buf, &n) != 0) {
    explicit_bzero(buf, sizeof buf);
    return luaL_error(L, "no such entry");
  }
  lua_pushlstring(L, buf, n); // EXPECT: secret-immutable-copy
  explicit_bzero(buf, sizeof buf);
  return 1;
}

int l_length(lua_State *L) {
  [[secret]] char buf[256];
  size_t n = 0;
  int rc = vault_get(luaL_checklstring(L, 1, NULL), buf, sizeof buf, &n);
  explicit_bzero(buf, sizeof buf);
  if (rc != 0)
    return luaL_error(L, "no such entry");
  lua_pushinteger(L, (long long)n);
  return 1;
}

int l_sealed(lua_State *L) {
  [[secret]] char buf[256];
  char sealed[320];
  size_t n = 0;
  const char *name = luaL_checklstring(L, 1, NULL);
  if (vault_get(name, buf, sizeof buf, &n) == 0)
    vault_seal(name, buf, n, sealed);
  explicit_bzero(buf, sizeof buf);
  lua_pushlstring(L, sealed, sizeof sealed);
  return 1;
}

int l_error(lua_State *L) {
  [[secret]] char buf[256]; // EXPECT: secret-missing-zeroization
  size_t n = 0;
  if (vault_get("default", buf, sizeof buf, &n) != 0)
    return -1;
  lua_pushinteger(L, buf[0] == '-');
  return 1;
}
