// PACKAGES: libgtk-3-dev
// MODELS: linux-userland.yaml
// FLAGS: -isystem {root}/usr/include/gtk-3.0 -isystem {root}/usr/include/pango-1.0 -isystem {root}/usr/include/cairo -isystem {root}/usr/include/gdk-pixbuf-2.0 -isystem {root}/usr/include/atk-1.0 -isystem {root}/usr/include/harfbuzz -isystem {root}/usr/include/glib-2.0 -isystem {root}/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <gtk/gtk.h>
