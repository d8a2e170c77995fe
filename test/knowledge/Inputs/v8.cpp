// PACKAGES: libnode-dev
// MODELS: v8.yaml
// FLAGS: -isystem {root}/usr/include/node
#include <v8.h>
