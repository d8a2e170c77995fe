// PACKAGES: guile-3.0-dev
// MODELS: interpreters.yaml
// FLAGS: -isystem {root}/usr/include/guile/3.0
#include <libguile.h>
