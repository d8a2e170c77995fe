// A block is freed as it is.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <stdlib.h>

void run(void) {
  SECRET unsigned char *key = malloc(64);
  fill(key, 64);
  use(key, 64);
  free(key);
}
