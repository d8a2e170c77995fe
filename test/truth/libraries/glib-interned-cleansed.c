// Whoever cleanses an interned string of GLib changes it for all who hold it.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
// WHY: the bytes are gone, for the other holder of the string, too, whose content
//      changed under its feet. The report is right.
#include <glib.h>
#include <string.h>
#include <stdlib.h>
#include "truth.h"

void run(void) {
  SECRET char text[65] = {0};
  fill(text, 64);
  const char *mine = g_intern_string(text);
  const char *other = g_intern_string(text);
  explicit_bzero(text, sizeof text);
  explicit_bzero((char *)mine, 64);
  if (other[0] != 0)
    abort();
}
