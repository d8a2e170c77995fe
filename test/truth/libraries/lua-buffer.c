// A userdata of Lua can be cleared.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include <lauxlib.h>
#include <lua.h>
#include <string.h>
#include "truth.h"

void run(void) {
  lua_State *state = luaL_newstate();
  SECRET char *key = lua_newuserdatauv(state, 64, 0);
  fill(key, 64);
  use(key, 64);
  explicit_bzero(key, 64);
  lua_close(state);
}
