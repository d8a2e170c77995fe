// A stream keeps what it read in its buffer.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <stdio.h>
#include <string.h>

void run(void) {
  SECRET unsigned char key[64];
  FILE *file = fopen(secret_path(), "r");
  if (file && fread(key, 1, sizeof key, file) == sizeof key)
    use(key, sizeof key);
  fclose(file);
  explicit_bzero(key, sizeof key);
}
