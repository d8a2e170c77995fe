// PACKAGES: libwxgtk3.2-dev wx3.2-headers
// MODELS: cpp-libraries.yaml
// FLAGS: -D__WXGTK__ -D_FILE_OFFSET_BITS=64 -isystem {root}/usr/include/wx-3.2 -isystem {root}/usr/lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2
#include <wx/string.h>
