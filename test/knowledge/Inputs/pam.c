// PACKAGES: libpam0g-dev
// MODELS: linux-userland.yaml
// FLAGS: -isystem {root}/usr/include
#include <security/pam_modules.h>
#include <security/pam_appl.h>
#include <security/pam_ext.h>
