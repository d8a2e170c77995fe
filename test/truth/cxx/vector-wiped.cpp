// A vector is zeroized reliably.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>
#include <vector>

void run() {
  SECRET std::vector<unsigned char> key(64);
  fill(key.data(), key.size());
  use(key.data(), key.size());
  explicit_bzero(key.data(), key.size());
}
