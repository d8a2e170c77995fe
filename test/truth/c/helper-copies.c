// A helper copies its argument to a static buffer.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
// WHY: a static object lives as long as the program, so it has no end of life that
//      the checks could ask about.
#include "truth.h"
#include <string.h>

static unsigned char hc_cache[64];

__attribute__((noinline)) static void hc_remember(const unsigned char *key) {
  memcpy(hc_cache, key, sizeof hc_cache);
}

void run(void) {
  SECRET unsigned char key[64];
  fill(key, sizeof key);
  hc_remember(key);
  use(hc_cache, sizeof hc_cache);
  explicit_bzero(key, sizeof key);
}
