// Pages are unmapped as they are.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
// WHY: unmapped pages leave the process. The kernel clears them before it hands
//      them out again, but not before: the report is right.
#include "truth.h"
#include <sys/mman.h>

void run(void) {
  SECRET unsigned char *key = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
                                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  fill(key, 64);
  use(key, 64);
  munmap(key, 4096);
}
