// A local is left as it is.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"

void run(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  use(key, sizeof key);
}
