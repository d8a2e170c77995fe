// PACKAGES: libjavascriptcoregtk-4.0-dev
// MODELS: interpreters.yaml
// FLAGS: -isystem {root}/usr/include/webkitgtk-4.0
#include <JavaScriptCore/JavaScript.h>
