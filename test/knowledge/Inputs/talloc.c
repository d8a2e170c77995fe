// PACKAGES: libtalloc-dev
// MODELS: applications.yaml
// FLAGS: -isystem {root}/usr/include
#include <talloc.h>
