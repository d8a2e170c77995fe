// A std::array is left as it is.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <array>

void run() {
  SECRET std::array<unsigned char, 32> key;
  fill(key.data(), key.size());
  use(key.data(), key.size());
}
