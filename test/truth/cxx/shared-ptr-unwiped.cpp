// An object that is shared is destroyed as it is.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <memory>

struct SpuKey {
  SECRET unsigned char bytes[64];
};

void run() {
  auto key = std::make_shared<SpuKey>();
  fill(key->bytes, sizeof key->bytes);
  auto other = key;
  use(other->bytes, sizeof other->bytes);
}
