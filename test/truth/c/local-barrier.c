// memset and a barrier that takes the pointer.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  use(key, sizeof key);
  memset(key, 0, sizeof key);
  __asm__ volatile("" : : "r"(key) : "memory");
}
