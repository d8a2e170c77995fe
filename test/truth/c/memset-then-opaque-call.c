// A call that can see the local follows the memset.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  memset(key, 0, sizeof key);
  use(key, sizeof key);
}
