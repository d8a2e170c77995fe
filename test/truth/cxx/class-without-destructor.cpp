// A class that nobody taught to zeroize.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"

class CwdKey {
public:
  CwdKey() { fill(bytes, sizeof bytes); }
  const unsigned char *data() const { return bytes; }

private:
  SECRET unsigned char bytes[64];
};

void run() {
  CwdKey key;
  use(key.data(), 64);
}
