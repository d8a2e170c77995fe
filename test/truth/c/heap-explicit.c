// A block is zeroized reliably and freed.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <stdlib.h>
#include <string.h>

void run(void) {
  SECRET unsigned char *key = malloc(64);
  fill(key, 64);
  use(key, 64);
  explicit_bzero(key, 64);
  free(key);
}
