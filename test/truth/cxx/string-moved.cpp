// A short string that was moved leaves its bytes behind.
// MEMORY: clang-O0 clean, gcc-O0 residue, clang-O2 clean, gcc-O2 residue
#include "truth.h"
#include <string>
#include <string.h>
#include <utility>

void run() {
  SECRET char text[13] = {};
  fill(text, 12);
  SECRET std::string pin(text, 12);
  explicit_bzero(text, sizeof text);
  std::string other = std::move(pin);
  use(other.data(), other.size());
  explicit_bzero(&other[0], other.size());
}
