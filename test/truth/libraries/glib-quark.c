// A quark of GLib keeps its string for ever.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include <glib.h>
#include <string.h>
#include "truth.h"

void run(void) {
  SECRET char text[65] = {0};
  fill(text, 64);
  GQuark quark = g_quark_from_string(text);
  explicit_bzero(text, sizeof text);
  use(&quark, sizeof quark);
}
