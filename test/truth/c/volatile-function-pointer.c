// memset through a volatile pointer.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

static void *(*volatile vfp_memset)(void *, int, size_t) = memset;

void run(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  use(key, sizeof key);
  vfp_memset(key, 0, sizeof key);
}
