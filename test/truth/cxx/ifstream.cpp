// A file stream keeps what it read in its buffer.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <fstream>
#include <string.h>

void run() {
  SECRET char key[64];
  std::ifstream file(secret_path());
  file.read(key, sizeof key);
  use(key, sizeof key);
  explicit_bzero(key, sizeof key);
}
