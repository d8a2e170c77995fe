// A constructor throws after it has filled a field: the destructor, which would
// zeroize it, does not run.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

void ct_check(const unsigned char *key) {
  use(key, 64);
  if (!zero())
    throw 1;
}

struct CtKey {
  CtKey() {
    fill(bytes, sizeof bytes);
    ct_check(bytes);
  }
  ~CtKey() { explicit_bzero(bytes, sizeof bytes); }
  SECRET unsigned char bytes[64];
};

__attribute__((noinline)) static void ct_work() {
  CtKey key;
  use(key.bytes, 64);
}

// The calls that catch need room on the stack, too.
__attribute__((noinline)) static void ct_deep() {
  unsigned char room[16384];
  use(room, 1);
  ct_work();
  use(room, 1);
}

void run() {
  try {
    ct_deep();
  } catch (int) {
  }
}
