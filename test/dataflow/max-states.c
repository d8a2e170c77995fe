// Beyond MaxStates, states are joined: a secret on any of the paths is one.
// What is joined is no partial zeroization, but today it is reported as one.
// RUN: %expect %s --config='{CheckOptions: {secret.MaxStates: 1}}' -- -std=c99
#include "../Inputs/mock.h"

void by_flag(int n) {
  unsigned char k[32];
  int have = 0;
  if (n) {
    fill(k);
    have = 1;
  }
  if (have)
    explicit_bzero(k, 32);
} // ALLOW: secret-missing-zeroization
