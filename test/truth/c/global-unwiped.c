// A global keeps the secret as long as the program runs.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
// WHY: a global has no end of life that its owner could miss; the checks ask for
//      none.
#include "truth.h"

SECRET static unsigned char gu_key[64];

void run(void) {
  fill(gu_key, sizeof gu_key);
  use(gu_key, sizeof gu_key);
}
