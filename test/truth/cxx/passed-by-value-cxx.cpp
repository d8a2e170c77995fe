// A record is passed by value in C++.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

struct PbvKey {
  unsigned char bytes[64];
};

__attribute__((noinline)) static void pbvc_check(PbvKey key) {
  use(key.bytes, sizeof key.bytes);
}

void run() {
  SECRET PbvKey key;
  fill(key.bytes, sizeof key.bytes);
  pbvc_check(key);
  explicit_bzero(&key, sizeof key);
}
