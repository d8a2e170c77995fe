// The destructor zeroizes reliably.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

class CdKey {
public:
  CdKey() { fill(bytes, sizeof bytes); }
  ~CdKey() { explicit_bzero(bytes, sizeof bytes); }
  const unsigned char *data() const { return bytes; }

private:
  SECRET unsigned char bytes[64];
};

void run() {
  CdKey key;
  use(key.data(), 64);
}
