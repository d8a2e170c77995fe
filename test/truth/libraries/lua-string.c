// A string of Lua stays, after it was popped and collected, too.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include <lauxlib.h>
#include <lua.h>
#include <string.h>
#include "truth.h"

void run(void) {
  SECRET char text[65] = {0};
  lua_State *state = luaL_newstate();
  fill(text, 64);
  lua_pushstring(state, text);
  explicit_bzero(text, sizeof text);
  lua_pop(state, 1);
  lua_gc(state, LUA_GCCOLLECT, 0);
}
