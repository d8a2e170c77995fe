// PACKAGES: duktape-dev
// MODELS: interpreters.yaml
// FLAGS: -isystem {root}/usr/include
#include <duktape.h>
