// An optional is destroyed as it is.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <array>
#include <optional>

void run() {
  SECRET std::optional<std::array<unsigned char, 64>> key;
  key.emplace();
  fill(key->data(), key->size());
  use(key->data(), key->size());
}
