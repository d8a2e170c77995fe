// The destructor zeroizes by volatile stores.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"

class CdvKey {
public:
  CdvKey() { fill(bytes, sizeof bytes); }
  ~CdvKey() {
    volatile unsigned char *at = bytes;
    for (size_t i = 0; i != sizeof bytes; ++i)
      at[i] = 0;
  }
  const unsigned char *data() const { return bytes; }

private:
  SECRET unsigned char bytes[64];
};

void run() {
  CdvKey key;
  use(key.data(), 64);
}
