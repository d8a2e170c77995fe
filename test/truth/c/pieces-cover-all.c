// Two zeroizations that together cover everything.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[48];
  fill(key, sizeof key);
  use(key, sizeof key);
  explicit_bzero(key, 20);
  explicit_bzero(key + 20, sizeof key - 20);
}
