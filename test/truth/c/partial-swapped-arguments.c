// The size and the value of memset are swapped.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  use(key, sizeof key);
  memset(key, sizeof key, 0);
}
