// One of two secrets is zeroized.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 clean, gcc-O2 residue
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char first[32], second[32];
  fill(first, sizeof first);
  fill(second, sizeof second);
  use(first, sizeof first);
  explicit_bzero(first, sizeof first);
  use(second, sizeof second);
}
