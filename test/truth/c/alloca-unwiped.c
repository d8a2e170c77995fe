// A block of alloca is left as it is.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <alloca.h>

void run(void) {
  SECRET unsigned char *key = alloca(48);
  fill(key, 48);
  use(key, 48);
}
