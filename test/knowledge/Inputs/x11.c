// PACKAGES: libx11-dev libxcb1-dev
// MODELS: x11.yaml
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/Xresource.h>
#include <xcb/xcb.h>
