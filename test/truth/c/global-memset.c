// A global that is zeroized with memset, and read afterwards.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

SECRET unsigned char gm_key[64];

void run(void) {
  fill(gm_key, sizeof gm_key);
  use(gm_key, sizeof gm_key);
  memset(gm_key, 0, sizeof gm_key);
}
