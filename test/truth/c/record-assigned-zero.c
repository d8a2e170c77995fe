// A record is assigned a zero value.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 residue
#include "truth.h"

struct raz_keys {
  unsigned char one[24];
  unsigned char two[24];
};

void run(void) {
  SECRET struct raz_keys keys;
  fill(&keys, sizeof keys);
  use(&keys, sizeof keys);
  keys = (struct raz_keys){{0}, {0}};
}
