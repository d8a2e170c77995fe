// What an exception says ends in logs.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void said(SECRET const char *pin) {
  throw std::runtime_error(pin); // EXPECT: secret-exposure
}

void not_said(SECRET const char *pin) {
  if (strlen(pin) < 4)
    throw std::runtime_error("too short");
}
