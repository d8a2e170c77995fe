// One of two secret fields is zeroized.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

struct pof_keys {
  SECRET unsigned char one[24];
  SECRET unsigned char two[24];
};

void run(void) {
  struct pof_keys keys;
  fill(keys.one, sizeof keys.one);
  fill(keys.two, sizeof keys.two);
  use(&keys, sizeof keys);
  explicit_bzero(keys.one, sizeof keys.one);
}
