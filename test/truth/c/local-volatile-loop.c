// A loop of volatile stores.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"

void run(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  use(key, sizeof key);
  volatile unsigned char *at = key;
  for (size_t i = 0; i != sizeof key; ++i)
    at[i] = 0;
}
