// A string stream holds the secret.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <sstream>
#include <string.h>

void run() {
  SECRET char text[65] = {};
  fill(text, 64);
  std::ostringstream stream;
  stream << "key=" << text;
  explicit_bzero(text, sizeof text);
  use(&stream, 1);
}
