// A copy by std::copy is forgotten.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <algorithm>
#include <string.h>

void run() {
  SECRET unsigned char key[64];
  unsigned char copy[64];
  fill(key, sizeof key);
  std::copy(key, key + sizeof key, copy);
  use(copy, sizeof copy);
  explicit_bzero(key, sizeof key);
}
