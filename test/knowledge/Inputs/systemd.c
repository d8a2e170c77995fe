// PACKAGES: libsystemd-dev
// MODELS: linux-userland.yaml
// FLAGS: -isystem {root}/usr/include
#include <systemd/sd-journal.h>
