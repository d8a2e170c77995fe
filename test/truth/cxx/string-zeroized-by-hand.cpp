// A string that never moved is zeroized by hand.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
// WHY: it went well this time; any copy, append or move would have left bytes that
//      nobody can reach. The check asks for another type.
#include "truth.h"
#include <string>
#include <string.h>

void run() {
  SECRET std::string key(64, ' ');
  fill(&key[0], key.size());
  use(key.data(), key.size());
  explicit_bzero(&key[0], key.capacity());
}
