// The program exits while it has the secret.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
// AT: syscall:exit_group
// WHY: nothing is due before a call that never returns: the memory goes away at
//      once.
#include "truth.h"
#include <stdlib.h>
#include <string.h>

void run(void) {
  SECRET unsigned char key[64];
  fill(key, sizeof key);
  use(key, sizeof key);
  if (!zero())
    exit(0);
  explicit_bzero(key, sizeof key);
}
