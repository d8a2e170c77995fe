// A std::array is zeroized reliably.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <array>
#include <string.h>

void run() {
  SECRET std::array<unsigned char, 32> key;
  fill(key.data(), key.size());
  use(key.data(), key.size());
  explicit_bzero(key.data(), key.size());
}
