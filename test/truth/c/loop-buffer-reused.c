// A buffer that is zeroized at the end of each turn, and read in the next.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[32];
  for (int i = 0; i != 2; ++i) {
    fill(key, sizeof key);
    use(key, sizeof key);
    memset(key, 0, sizeof key);
    use(key, sizeof key);
  }
}
