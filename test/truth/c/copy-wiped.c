// A copy by memcpy is zeroized, too.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[32];
  unsigned char copy[32];
  fill(key, sizeof key);
  memcpy(copy, key, sizeof copy);
  use(copy, sizeof copy);
  explicit_bzero(copy, sizeof copy);
  explicit_bzero(key, sizeof key);
}
