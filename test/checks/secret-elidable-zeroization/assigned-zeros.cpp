// Assignment of a zero value, by an operator= that nobody wrote.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"
#undef NULL

struct plain {
  unsigned char key[32];
  int id;
};
void own(SECRET plain *p);

void braces() {
  plain p;
  own(&p);
  p = {}; // EXPECT: secret-elidable-zeroization
}
void value() {
  plain p;
  own(&p);
  p = plain(); // EXPECT: secret-elidable-zeroization
}
void needed_later() {
  plain p;
  own(&p);
  p = {};
  own(&p);
  explicit_bzero(&p, sizeof(p));
}
// What is assigned is as secret as what was there.
void another(SECRET const plain &other) {
  plain p; // EXPECT: secret-missing-zeroization
  p = other;
  use(&p);
}
