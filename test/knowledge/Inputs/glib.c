// PACKAGES: libglib2.0-dev
// MODELS: glib.yaml
// FLAGS: -isystem {root}/usr/include/glib-2.0 -isystem {root}/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib.h>
#include <glib/gprintf.h>
#include <glib-object.h>
#include <gio/gio.h>
