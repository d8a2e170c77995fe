// getline: a block, and a stream that buffers.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void run(void) {
  SECRET char *line = NULL;
  size_t size = 0;
  FILE *file = fopen(secret_path(), "r");
  if (getline(&line, &size, file) > 0)
    use(line, size);
  fclose(file);
  explicit_bzero(line, size);
  free(line);
}
