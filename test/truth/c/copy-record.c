// A record is copied by assignment, the copy forgotten.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

struct cr_key {
  unsigned char bytes[32];
};

void run(void) {
  SECRET struct cr_key key;
  fill(key.bytes, sizeof key.bytes);
  struct cr_key copy = key;
  use(copy.bytes, sizeof copy.bytes);
  explicit_bzero(&key, sizeof key);
}
