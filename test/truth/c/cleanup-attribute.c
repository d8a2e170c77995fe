// A cleanup function that zeroizes reliably.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>

struct ca_key {
  unsigned char bytes[32];
};

static void ca_wipe(struct ca_key *key) { explicit_bzero(key, sizeof *key); }

void run(void) {
  __attribute__((cleanup(ca_wipe))) SECRET struct ca_key key;
  fill(key.bytes, sizeof key.bytes);
  use(key.bytes, sizeof key.bytes);
}
