// A vector is zeroized with memset before it is destroyed.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 clean
#include "truth.h"
#include <string.h>
#include <vector>

void run() {
  SECRET std::vector<unsigned char> key(64);
  fill(key.data(), key.size());
  use(key.data(), key.size());
  memset(key.data(), 0, key.size());
}
