// A short string keeps the secret within itself.
// MEMORY: clang-O0 clean, gcc-O0 residue, clang-O2 clean, gcc-O2 residue
#include "truth.h"
#include <string>
#include <string.h>

void run() {
  char text[13] = {};
  fill(text, 12);
  SECRET std::string pin(text, 12);
  explicit_bzero(text, sizeof text);
  use(pin.data(), pin.size());
}
