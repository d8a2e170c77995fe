// realloc moves the block and leaves the old one as it is.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <stdlib.h>
#include <string.h>

void run(void) {
  SECRET unsigned char *key = malloc(64);
  fill(key, 64);
  void *next = malloc(64);
  key = realloc(key, 4096);
  use(key, 64);
  explicit_bzero(key, 4096);
  free(key);
  free(next);
}
