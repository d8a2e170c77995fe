// PACKAGES: libnode-dev
// MODELS: node.yaml
// FLAGS: -isystem {root}/usr/include/node -DNAPI_EXPERIMENTAL
#include <js_native_api.h>
#include <node_api.h>
