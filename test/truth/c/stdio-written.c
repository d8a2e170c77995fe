// The secret is written to a stream, which buffers it.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
// WHY: the stream's buffer keeps what was written. Whoever writes a secret to a file
//      means to; no check asks about it.
#include "truth.h"
#include <stdio.h>
#include <string.h>

void run(void) {
  SECRET unsigned char key[64];
  fill(key, sizeof key);
  FILE *file = fopen("/dev/null", "w");
  fwrite(key, 1, sizeof key, file);
  fclose(file);
  explicit_bzero(key, sizeof key);
}
