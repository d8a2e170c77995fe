// PACKAGES: libsecret-1-dev libgcr-3-dev libgck-1-dev libglib2.0-dev
// MODELS: linux-userland.yaml
// FLAGS: -DGCR_API_SUBJECT_TO_CHANGE -DGCK_API_SUBJECT_TO_CHANGE -isystem {root}/usr/include/libsecret-1 -isystem {root}/usr/include/gcr-3 -isystem {root}/usr/include/gck-1 -isystem {root}/usr/include/p11-kit-1 -isystem /usr/include/p11-kit-1 -isystem {root}/usr/include/glib-2.0 -isystem {root}/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <libsecret/secret.h>
#include <gcr/gcr-base.h>
#include <gcr/gcr-base.h>
