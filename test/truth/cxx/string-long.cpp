// A long string keeps the secret in a block.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string>
#include <string.h>

void run() {
  SECRET char text[65] = {};
  fill(text, 64);
  SECRET std::string key(text);
  explicit_bzero(text, sizeof text);
  use(key.data(), key.size());
}
