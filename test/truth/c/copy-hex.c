// The secret is written as hexadecimal digits, which are forgotten.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 clean, gcc-O2 residue
#include "truth.h"
#include <string.h>

void run(void) {
  SECRET unsigned char key[32];
  char digits[64];
  fill(key, sizeof key);
  for (size_t i = 0; i != sizeof key; ++i) {
    digits[2 * i] = "0123456789abcdef"[key[i] >> 4];
    digits[2 * i + 1] = "0123456789abcdef"[key[i] & 15];
  }
  use(digits, sizeof digits);
  explicit_bzero(key, sizeof key);
}
