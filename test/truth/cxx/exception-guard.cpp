// A guard zeroizes on the exception, too.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

struct EgGuard {
  unsigned char *at;
  size_t size;
  ~EgGuard() { explicit_bzero(at, size); }
};

void eg_check(const unsigned char *key) {
  use(key, 64);
  if (!zero())
    throw 1;
}

__attribute__((noinline)) static void eg_work() {
  SECRET unsigned char key[64];
  EgGuard guard{key, sizeof key};
  fill(key, sizeof key);
  eg_check(key);
}

void run() {
  try {
    eg_work();
  } catch (int) {
  }
}
