// Half of it is zeroized.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[48];
  fill(key, sizeof key);
  use(key, sizeof key);
  explicit_bzero(key, sizeof key / 2);
}
