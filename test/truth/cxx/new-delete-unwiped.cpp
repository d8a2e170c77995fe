// A block of new[] is deleted as it is.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"

void run() {
  SECRET unsigned char *key = new unsigned char[64];
  fill(key, 64);
  use(key, 64);
  delete[] key;
}
