// The callee zeroizes its own copy.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
// WHY: a record passed by value is reported as a hidden copy where the parameter is tagged, even if the callee zeroizes it, see docs/contract.md: the next callee may not.
#include "truth.h"
#include <string.h>

struct bvw_key {
  unsigned char bytes[64];
};

__attribute__((noinline)) static void bvw_check(SECRET struct bvw_key key) {
  use(key.bytes, sizeof key.bytes);
  explicit_bzero(&key, sizeof key);
}

void run(void) {
  SECRET struct bvw_key key;
  fill(key.bytes, sizeof key.bytes);
  bvw_check(key);
  explicit_bzero(&key, sizeof key);
}
