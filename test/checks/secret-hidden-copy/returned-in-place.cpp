// What a call returns is made where the caller wants it; a named object that is
// copied out is not.
// RUN: %expect %s -- -std=c++11
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

struct block {
  SECRET unsigned char key[16];
};
block make();
block make_of(int n);

block passed_on() { return make(); }

block passed_on_later(int n) {
  if (n > 3)
    return make_of(n);
  return make();
}

block copied_out(const block &from) {
  return from; // EXPECT: secret-hidden-copy
}
