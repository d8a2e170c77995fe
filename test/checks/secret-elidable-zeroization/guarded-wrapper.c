// A wrapper whose own guard has two parts: neither can be false at this call.
// The summary's cases with the two reasons not to zeroize are one case today.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

static void wipe_if(void *p, size_t n) {
  if (p && n)
    memset(p, 0, n);
}
void guarded_wrapper(void) {
  unsigned char k[32];
  fill(k);
  wipe_if(k, sizeof(k)); // EXPECT: secret-elidable-zeroization
}
