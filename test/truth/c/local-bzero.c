// The same with bzero.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <strings.h>

void run(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  use(key, sizeof key);
  bzero(key, sizeof key);
}
