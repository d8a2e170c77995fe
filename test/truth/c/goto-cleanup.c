// All paths meet where it is zeroized.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  if (!zero())
    goto out;
  use(key, sizeof key);
out:
  explicit_bzero(key, sizeof key);
}
