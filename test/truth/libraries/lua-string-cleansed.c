// Whoever cleanses a short string of Lua changes it for all who hold it.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
// WHY: the bytes are gone, for the other holder of the string, too, whose content
//      changed under its feet. The report is right.
#include <lauxlib.h>
#include <lua.h>
#include <string.h>
#include <stdlib.h>
#include "truth.h"

void run(void) {
  SECRET char text[33] = {0};
  lua_State *state = luaL_newstate();
  fill(text, 32);
  lua_pushstring(state, text);
  lua_pushstring(state, text);
  explicit_bzero(text, sizeof text);
  explicit_bzero((char *)lua_tostring(state, -1), 32);
  if (lua_tostring(state, -2)[0] != 0)
    abort();
}
