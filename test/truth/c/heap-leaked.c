// The last pointer to a block is lost.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

void run(void) {
  SECRET unsigned char *key = malloc(64);
  int file = open(secret_path(), O_RDONLY);
  if (read(file, key, 64) != 64)
    abort();
  close(file);
}
