// The destructor only calls memset.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

class CdmKey {
public:
  CdmKey() { fill(bytes, sizeof bytes); }
  ~CdmKey() { memset(bytes, 0, sizeof bytes); }
  const unsigned char *data() const { return bytes; }

private:
  SECRET unsigned char bytes[64];
};

void run() {
  CdmKey key;
  use(key.data(), 64);
}
