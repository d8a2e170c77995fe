// So many elements of the type that a template was given.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void whole() {
  [[secret]] auto key = std::make_unique<unsigned[]>(8);
  fill(key.get());
  explicit_bzero(key.get(), 32);
}

void part() {
  [[secret]] auto key = std::make_unique<unsigned[]>(8);
  fill(key.get());
  explicit_bzero(key.get(), 8); // EXPECT: secret-partial-zeroization
}

// Twin: bytes are elements of one byte.
void bytes() {
  [[secret]] auto key = std::make_unique<unsigned char[]>(8);
  fill(key.get());
  explicit_bzero(key.get(), 8);
}
