// A std::array is zeroized with fill.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <array>

void run() {
  SECRET std::array<unsigned char, 32> key;
  ::fill(key.data(), key.size());
  use(key.data(), key.size());
  key.fill(0);
}
