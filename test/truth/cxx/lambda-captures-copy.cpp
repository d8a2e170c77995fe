// A closure captures the secret by value.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

struct lcc_key {
  unsigned char bytes[64];
};

void run() {
  SECRET lcc_key key;
  fill(key.bytes, sizeof key.bytes);
  auto check = [key] { use(key.bytes, sizeof key.bytes); };
  check();
  explicit_bzero(&key, sizeof key);
}
