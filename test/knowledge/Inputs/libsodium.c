// PACKAGES: libsodium-dev
// MODELS: libsodium.yaml
// FLAGS: -isystem {root}/usr/include
#include <sodium.h>
