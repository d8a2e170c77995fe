// The secret is printed into a buffer that is forgotten.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <stdio.h>
#include <string.h>

void run(void) {
  SECRET char text[64];
  char line[128];
  fill(text, sizeof text - 1);
  text[sizeof text - 1] = 0;
  snprintf(line, sizeof line, "key=%s", text);
  use(line, sizeof line);
  explicit_bzero(text, sizeof text);
}
