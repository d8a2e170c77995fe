// A variable-length array and memset.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

void run(void) {
  size_t size = 32 + (size_t)zero();
  SECRET unsigned char key[size];
  fill(key, size);
  use(key, size);
  memset(key, 0, size);
}
