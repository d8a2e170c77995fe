// An array of a smart pointer, and memset.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 clean
#include "truth.h"
#include <memory>
#include <string.h>

void run() {
  SECRET std::unique_ptr<unsigned char[]> key(new unsigned char[64]);
  fill(key.get(), 64);
  use(key.get(), 64);
  memset(key.get(), 0, 64);
}
