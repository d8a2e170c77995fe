// PACKAGES: libolm-dev
// MODELS: crypto-small.yaml
// FLAGS: -isystem {root}/usr/include
#include <olm/olm.h>
