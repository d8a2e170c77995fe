// A block is zeroized with memset and freed.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <stdlib.h>
#include <string.h>

void run(void) {
  SECRET unsigned char *key = malloc(64);
  fill(key, 64);
  use(key, 64);
  memset(key, 0, 64);
  free(key);
}
