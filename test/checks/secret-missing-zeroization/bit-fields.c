// A bit-field that is written beside a secret leaves the secret where it is.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct pair {
  SECRET unsigned pin : 4;
  unsigned count : 4;
};

void neighbour_of_a_bit_field(unsigned pin) {
  struct pair p; // EXPECT: secret-missing-zeroization
  p.pin = pin;
  p.count = 3;
  use(&p);
}
void zeroized(unsigned pin) {
  struct pair p;
  p.pin = pin;
  p.count = 3;
  use(&p);
  explicit_bzero(&p, sizeof(p));
}
