// A wrapper of memset whose body is visible.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

static void wsf_wipe(void *at, size_t size) { memset(at, 0, size); }

void run(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  use(key, sizeof key);
  wsf_wipe(key, sizeof key);
}
