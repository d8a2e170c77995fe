// The size is the length of a string that was cut.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET char text[64];
  fill(text, sizeof text);
  use(text, sizeof text);
  text[8] = 0;
  explicit_bzero(text, strlen(text));
}
