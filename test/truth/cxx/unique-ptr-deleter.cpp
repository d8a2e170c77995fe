// A deleter that zeroizes.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <memory>
#include <string.h>

struct upd_deleter {
  void operator()(unsigned char *p) const {
    explicit_bzero(p, 64);
    delete[] p;
  }
};

void run() {
  SECRET std::unique_ptr<unsigned char[], upd_deleter> key(
      new unsigned char[64]);
  fill(key.get(), 64);
  use(key.get(), 64);
}
