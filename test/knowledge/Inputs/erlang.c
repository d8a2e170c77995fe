// PACKAGES: erlang-dev
// MODELS: interpreters.yaml
// FLAGS: -isystem {root}/usr/lib/erlang/usr/include
#include <erl_nif.h>
