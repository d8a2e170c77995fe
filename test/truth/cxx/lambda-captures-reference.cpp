// A closure captures the secret by reference.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

void run() {
  SECRET unsigned char key[64];
  fill(key, sizeof key);
  auto check = [&key] { use(key, sizeof key); };
  check();
  explicit_bzero(key, sizeof key);
}
