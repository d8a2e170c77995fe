// A block of new[] is zeroized with memset.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 clean
#include "truth.h"
#include <string.h>

void run() {
  SECRET unsigned char *key = new unsigned char[64];
  fill(key, 64);
  use(key, 64);
  memset(key, 0, 64);
  delete[] key;
}
