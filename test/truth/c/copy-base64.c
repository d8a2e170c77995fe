// The secret is written in base64, which is forgotten.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 clean, gcc-O2 residue
#include "truth.h"
#include <string.h>

static const char cb_table[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void run(void) {
  SECRET unsigned char key[48];
  char text[64];
  fill(key, sizeof key);
  for (size_t i = 0; i != sizeof key / 3; ++i) {
    unsigned bits =
        (unsigned)key[3 * i] << 16 | key[3 * i + 1] << 8 | key[3 * i + 2];
    for (size_t j = 0; j != 4; ++j)
      text[4 * i + j] = cb_table[bits >> (18 - 6 * j) & 63];
  }
  use(text, sizeof text);
  explicit_bzero(key, sizeof key);
}
