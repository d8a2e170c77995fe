// A copy by a loop is forgotten.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[32];
  unsigned char copy[32];
  fill(key, sizeof key);
  for (size_t i = 0; i != sizeof key; ++i)
    copy[i] = key[i];
  use(copy, sizeof copy);
  explicit_bzero(key, sizeof key);
}
