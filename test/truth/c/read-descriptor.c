// read takes no way through a buffer.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

void run(void) {
  SECRET unsigned char key[64];
  int file = open(secret_path(), O_RDONLY);
  if (read(file, key, sizeof key) == (ssize_t)sizeof key)
    use(key, sizeof key);
  close(file);
  explicit_bzero(key, sizeof key);
}
