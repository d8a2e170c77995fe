// Two vectors are swapped, and both zeroized.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>
#include <utility>
#include <vector>

void run() {
  SECRET std::vector<unsigned char> key(64), other(64);
  fill(key.data(), key.size());
  std::swap(key, other);
  use(other.data(), other.size());
  explicit_bzero(key.data(), key.size());
  explicit_bzero(other.data(), other.size());
}
