// A record is returned by value.
// MEMORY: clang-O0 clean, gcc-O0 residue, clang-O2 clean, gcc-O2 residue
#include "truth.h"
#include <string.h>

struct rbv_key {
  unsigned char bytes[64];
};

__attribute__((noinline)) static struct rbv_key rbv_load(void) {
  SECRET struct rbv_key key, other;
  fill(key.bytes, sizeof key.bytes);
  other = key;
  explicit_bzero(&other, sizeof other);
  return key;
}

void run(void) {
  SECRET struct rbv_key key = rbv_load();
  use(key.bytes, sizeof key.bytes);
  explicit_bzero(&key, sizeof key);
}
