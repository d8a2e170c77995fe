// The program aborts while it needs the secret.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
// AT: signal:ABRT
// WHY: a crash dumps what is alive, and nothing is due before a call that never
//      returns; whether cores are written is a matter of the system (see
//      secret-residue doctor).
#include "truth.h"
#include <stdlib.h>
#include <string.h>

void run(void) {
  SECRET unsigned char key[64];
  fill(key, sizeof key);
  use(key, sizeof key);
  if (!zero())
    abort();
  explicit_bzero(key, sizeof key);
}
