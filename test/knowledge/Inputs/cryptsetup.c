// PACKAGES: libcryptsetup-dev
// MODELS: linux-userland.yaml
// FLAGS: -isystem {root}/usr/include
#include <libcryptsetup.h>
