// A record is passed by pointer.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

struct pbp_key {
  unsigned char bytes[64];
};

__attribute__((noinline)) static void pbp_check(const struct pbp_key *key) {
  use(key->bytes, sizeof key->bytes);
}

void run(void) {
  SECRET struct pbp_key key;
  fill(key.bytes, sizeof key.bytes);
  pbp_check(&key);
  explicit_bzero(&key, sizeof key);
}
