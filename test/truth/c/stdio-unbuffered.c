// A stream without a buffer.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <stdio.h>
#include <string.h>

void run(void) {
  SECRET unsigned char key[64];
  FILE *file = fopen(secret_path(), "r");
  setvbuf(file, NULL, _IONBF, 0);
  if (fread(key, 1, sizeof key, file) == sizeof key)
    use(key, sizeof key);
  fclose(file);
  explicit_bzero(key, sizeof key);
}
