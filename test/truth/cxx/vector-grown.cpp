// A vector that grows leaves its old block behind.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>
#include <vector>

void run() {
  SECRET std::vector<unsigned char> key(64);
  fill(key.data(), key.size());
  key.resize(4096);
  use(key.data(), key.size());
  explicit_bzero(key.data(), key.size());
}
