// A block so large that free unmaps it.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
// WHY: free unmaps a block of this size, so it leaves the process. With another
//      allocator or threshold it stays: the report is right.
#include "truth.h"
#include <stdlib.h>

void run(void) {
  SECRET unsigned char *key = malloc(1 << 20);
  fill(key + 4096, 64);
  use(key + 4096, 64);
  free(key);
}
