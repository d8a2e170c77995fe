// A vector is zeroized with std::fill.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 clean
#include "truth.h"
#include <algorithm>
#include <vector>

void run() {
  SECRET std::vector<unsigned char> key(64);
  fill(key.data(), key.size());
  use(key.data(), key.size());
  std::fill(key.begin(), key.end(), 0);
}
