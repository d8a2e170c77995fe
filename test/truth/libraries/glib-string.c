// A GString that is freed leaves its bytes.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
// WHY: the copy is in a block that the GString points to, which its model does
//      not say.
#include <glib.h>
#include <string.h>
#include "truth.h"

void run(void) {
  SECRET char text[65] = {0};
  fill(text, 64);
  GString *string = g_string_new(text);
  explicit_bzero(text, sizeof text);
  use(string->str, string->len);
  g_string_free(string, TRUE);
}
