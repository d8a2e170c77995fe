// A record is passed by value; nobody zeroizes the copy.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

struct pbv_key {
  unsigned char bytes[64];
};

__attribute__((noinline)) static void pbv_check(struct pbv_key key) {
  use(key.bytes, sizeof key.bytes);
}

void run(void) {
  SECRET struct pbv_key key;
  fill(key.bytes, sizeof key.bytes);
  pbv_check(key);
  explicit_bzero(&key, sizeof key);
}
