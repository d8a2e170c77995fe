// The error path forgets to zeroize.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  if (!zero())
    return;
  use(key, sizeof key);
  explicit_bzero(key, sizeof key);
}
