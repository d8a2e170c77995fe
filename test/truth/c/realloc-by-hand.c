// A larger block is made by hand, the old one zeroized.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <stdlib.h>
#include <string.h>

void run(void) {
  SECRET unsigned char *key = malloc(64);
  fill(key, 64);
  SECRET unsigned char *larger = malloc(4096);
  memcpy(larger, key, 64);
  explicit_bzero(key, 64);
  free(key);
  use(larger, 64);
  explicit_bzero(larger, 4096);
  free(larger);
}
