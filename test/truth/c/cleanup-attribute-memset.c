// A cleanup function that only calls memset.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <string.h>

struct cam_key {
  unsigned char bytes[32];
};

static void cam_wipe(struct cam_key *key) { memset(key, 0, sizeof *key); }

void run(void) {
  __attribute__((cleanup(cam_wipe))) SECRET struct cam_key key;
  fill(key.bytes, sizeof key.bytes);
  use(key.bytes, sizeof key.bytes);
}
