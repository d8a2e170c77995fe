// A string is returned by value.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string>
#include <string.h>

static std::string sr_load() {
  SECRET char text[65] = {};
  fill(text, 64);
  std::string key(text, 64);
  explicit_bzero(text, sizeof text);
  return key;
}

void run() {
  std::string key = sr_load();
  use(key.data(), key.size());
}
