// Views own nothing: what they look at is somebody's.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void view_of_local() {
  unsigned char key[32]; // EXPECT: secret-missing-zeroization
  std::span<unsigned char> view(key);
  fill(view.data());
}

void view_wiped() {
  unsigned char key[32];
  std::span<unsigned char> view(key);
  fill(view.data());
  explicit_bzero(view.data(), view.size());
}

void view_of_parameter(SECRET std::span<unsigned char> key) { use(key.data()); }

void text(SECRET std::string_view pin) { use(pin.data()); }
