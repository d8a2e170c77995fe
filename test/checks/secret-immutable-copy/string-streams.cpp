// A string stream's buffer grows as a string does; so is what it gives back.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void built(SECRET const char *pin) {
  std::ostringstream out;
  out << pin; // EXPECT: secret-immutable-copy
}

void not_built(SECRET const char *pin, const char *name) {
  std::ostringstream out;
  out << name;
  use(pin);
}
