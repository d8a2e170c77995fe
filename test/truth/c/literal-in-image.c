// The secret is a string literal: it is in the program's image.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
// SECRET-IS: w4rUm-1st-3s-1m-Pr0gramm?
#include "truth.h"

void run(void) {
  SECRET const char *key = "w4rUm-1st-3s-1m-Pr0gramm?";
  use(key, 25);
}
