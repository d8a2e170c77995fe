// A guard zeroizes at the end of the scope.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

struct GdGuard {
  unsigned char *at;
  size_t size;
  ~GdGuard() { explicit_bzero(at, size); }
};

void run() {
  SECRET unsigned char key[64];
  GdGuard guard{key, sizeof key};
  fill(key, sizeof key);
  use(key, sizeof key);
}
