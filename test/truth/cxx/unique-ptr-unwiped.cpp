// An array of a smart pointer is deleted as it is.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <memory>

void run() {
  SECRET std::unique_ptr<unsigned char[]> key(new unsigned char[64]);
  fill(key.get(), 64);
  use(key.get(), 64);
}
