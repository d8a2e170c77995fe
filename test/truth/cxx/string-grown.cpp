// A string that grows leaves old blocks behind.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string>
#include <string.h>

void run() {
  SECRET char text[65] = {};
  fill(text, 64);
  std::string key;
  key.append(text, 40);
  key.append(text + 40, 24);
  explicit_bzero(text, sizeof text);
  use(key.data(), key.size());
  explicit_bzero(&key[0], key.capacity());
}
