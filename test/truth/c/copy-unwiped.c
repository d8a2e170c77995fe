// A copy by memcpy is forgotten.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[32];
  unsigned char copy[32];
  fill(key, sizeof key);
  memcpy(copy, key, sizeof copy);
  use(copy, sizeof copy);
  explicit_bzero(key, sizeof key);
}
