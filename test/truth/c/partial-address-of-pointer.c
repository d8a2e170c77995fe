// The pointer is zeroized, not what it points to.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <stdlib.h>
#include <string.h>

void run(void) {
  SECRET unsigned char *key = malloc(64);
  fill(key, 64);
  use(key, 64);
  unsigned char *block = key;
  explicit_bzero(&key, sizeof key);
  free(block);
}
