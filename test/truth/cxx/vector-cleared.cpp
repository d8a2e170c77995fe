// clear() of a vector zeroizes nothing.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <vector>

void run() {
  SECRET std::vector<unsigned char> key(64);
  fill(key.data(), key.size());
  use(key.data(), key.size());
  key.clear();
  use(key.data(), 0);
}
