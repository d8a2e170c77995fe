// A vector that has room enough does not move.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>
#include <vector>

void run() {
  SECRET std::vector<unsigned char> key;
  key.reserve(4096);
  key.resize(64);
  fill(key.data(), 64);
  key.resize(4096);
  use(key.data(), key.size());
  explicit_bzero(key.data(), key.size());
}
