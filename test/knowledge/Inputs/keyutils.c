// PACKAGES: libkeyutils-dev
// MODELS: linux.yaml
// FLAGS: -isystem {root}/usr/include
#include <keyutils.h>
