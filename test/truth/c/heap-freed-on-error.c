// Only the error path forgets to zeroize the block.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <stdlib.h>
#include <string.h>

void run(void) {
  SECRET unsigned char *key = malloc(64);
  fill(key, 64);
  if (!zero()) {
    free(key);
    return;
  }
  explicit_bzero(key, 64);
  free(key);
}
