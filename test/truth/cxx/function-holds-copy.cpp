// A std::function holds a closure with a copy.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <functional>
#include <string.h>

struct fhc_key {
  unsigned char bytes[64];
};

void run() {
  SECRET fhc_key key;
  fill(key.bytes, sizeof key.bytes);
  std::function<void()> check = [key] { use(key.bytes, sizeof key.bytes); };
  check();
  explicit_bzero(&key, sizeof key);
}
