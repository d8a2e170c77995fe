// The secret is moved within a buffer that is zeroized whole.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[64];
  fill(key, 32);
  memmove(key + 32, key, 32);
  use(key, sizeof key);
  explicit_bzero(key, sizeof key);
}
