// A constructor throws after a member is filled whose own destructor zeroizes:
// that one runs.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

void ctm_check(const unsigned char *key) {
  use(key, 64);
  if (!zero())
    throw 1;
}

struct CtmKey {
  CtmKey() { fill(bytes, sizeof bytes); }
  ~CtmKey() { explicit_bzero(bytes, sizeof bytes); }
  SECRET unsigned char bytes[64];
};

struct CtmSession {
  CtmSession() { ctm_check(key.bytes); }
  ~CtmSession() { use(key.bytes, 1); }
  CtmKey key;
};

__attribute__((noinline)) static void ctm_work() {
  CtmSession session;
  use(session.key.bytes, 64);
}

// The calls that catch need room on the stack, too.
__attribute__((noinline)) static void ctm_deep() {
  unsigned char room[16384];
  use(room, 1);
  ctm_work();
  use(room, 1);
}

void run() {
  try {
    ctm_deep();
  } catch (int) {
  }
}
