// PACKAGES: liblua5.4-dev
// MODELS: lua.yaml
// FLAGS: -isystem {root}/usr/include/lua5.4 -isystem {root}/usr/include/x86_64-linux-gnu
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>
