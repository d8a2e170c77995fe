// PACKAGES: tcl8.6-dev tk8.6-dev
// MODELS: interpreters.yaml
// FLAGS: -isystem /usr/include/tcl8.6
#include <tcl.h>
#include <tk.h>
