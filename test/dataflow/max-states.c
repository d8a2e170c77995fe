// Beyond MaxStates, states are joined: a secret on any of the paths is one.
// What is joined is no partial zeroization, but today it is reported as one.
// RUN: %expect %s --config='{CheckOptions: {secret.MaxStates: 1}}' -- -std=c99
// RUN: %clang-tidy --checks='-*,secret-*' \
// RUN:   --config='{CheckOptions: {secret.MaxStates: 1}}' %s -- -std=c99 2>&1 \
// RUN:   | %FileCheck %s --check-prefix=SAID
// SAID: note: some paths through 'by_flag' are not told apart: more than 1 states at one place (option MaxStates)
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
