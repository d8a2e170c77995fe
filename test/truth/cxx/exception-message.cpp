// The secret becomes part of an exception.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <stdexcept>
#include <string.h>

void run() {
  SECRET char text[65] = {};
  fill(text, 64);
  try {
    throw std::runtime_error(text);
  } catch (const std::runtime_error &error) {
    use(error.what(), 1);
  }
  explicit_bzero(text, sizeof text);
}
