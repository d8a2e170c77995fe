// A vector is assigned over while it holds the secret.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>
#include <vector>

void run() {
  SECRET std::vector<unsigned char> key(64);
  fill(key.data(), key.size());
  use(key.data(), key.size());
  key = std::vector<unsigned char>(8);
  use(key.data(), key.size());
  explicit_bzero(key.data(), key.size());
}
