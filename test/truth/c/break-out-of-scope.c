// A break leaves the scope before the zeroization.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

void run(void) {
  for (int i = 0; i != 3; ++i) {
    SECRET unsigned char key[32];
    fill(key, sizeof key);
    if (i == zero())
      break;
    use(key, sizeof key);
    explicit_bzero(key, sizeof key);
  }
}
