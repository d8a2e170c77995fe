// A constructor throws what its initializers throw.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

int risky();
int safe() noexcept;

struct from_risky {
  from_risky() : number(risky()) {}
  int number;
};

struct from_safe {
  from_safe() : number(safe()) {}
  int number;
};

struct by_default {
  by_default() {}
  int number = risky();
};

void initializer() {
  SECRET unsigned char key[16];
  fill(key);
  from_risky made; // EXPECT: secret-missing-zeroization
  explicit_bzero(key, sizeof key);
}

void initializer_that_does_not() {
  SECRET unsigned char key[16];
  fill(key);
  from_safe made;
  explicit_bzero(key, sizeof key);
}

void default_initializer() {
  SECRET unsigned char key[16];
  fill(key);
  by_default made; // EXPECT: secret-missing-zeroization
  explicit_bzero(key, sizeof key);
}
