// An exception leaves the function before the zeroization.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

void esw_check(const unsigned char *key) {
  use(key, 64);
  if (!zero())
    throw 1;
}

__attribute__((noinline)) static void esw_work() {
  SECRET unsigned char key[64];
  fill(key, sizeof key);
  esw_check(key);
  explicit_bzero(key, sizeof key);
}

// The calls that catch need room on the stack, too.
__attribute__((noinline)) static void esw_deep() {
  unsigned char room[16384];
  use(room, 1);
  esw_work();
  use(room, 1);
}

void run() {
  try {
    esw_deep();
  } catch (int) {
  }
}
