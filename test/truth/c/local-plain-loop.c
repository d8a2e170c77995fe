// A loop of plain stores.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 residue
#include "truth.h"

void run(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  use(key, sizeof key);
  for (size_t i = 0; i != sizeof key; ++i)
    key[i] = 0;
}
