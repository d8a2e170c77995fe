// A copy by strdup is freed as it is.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <stdlib.h>
#include <string.h>

void run(void) {
  SECRET char text[64];
  fill(text, sizeof text - 1);
  text[sizeof text - 1] = 0;
  char *copy = strdup(text);
  use(copy, 63);
  free(copy);
  explicit_bzero(text, sizeof text);
}
