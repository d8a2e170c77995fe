// clear() of a string zeroizes nothing.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string>
#include <string.h>

void run() {
  SECRET char text[65] = {};
  fill(text, 64);
  std::string key(text, 64);
  explicit_bzero(text, sizeof text);
  use(key.data(), key.size());
  key.clear();
}
