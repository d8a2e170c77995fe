// An interned string of GLib stays for ever.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include <glib.h>
#include <string.h>
#include "truth.h"

void run(void) {
  SECRET char text[65] = {0};
  fill(text, 64);
  const char *name = g_intern_string(text);
  explicit_bzero(text, sizeof text);
  use(name, 1);
}
