// Lengths that are constants with names, or are computed from them.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

constexpr size_t half = 16, full = 32;
template <typename T> constexpr size_t half_of = sizeof(T) / 2;
struct sizes {
  static constexpr size_t few = 8;
};

void global() {
  SECRET unsigned char key[full];
  fill(key);
  explicit_bzero(key, half); // EXPECT: secret-partial-zeroization
}

void global_full() {
  SECRET unsigned char key[full];
  fill(key);
  explicit_bzero(key, full);
}

void of_template() {
  SECRET unsigned char key[32];
  fill(key);
  explicit_bzero(key, half_of<decltype(key)>); // EXPECT: secret-partial-zeroization
}

void of_class() {
  SECRET unsigned char key[32];
  fill(key);
  explicit_bzero(key, sizes::few); // EXPECT: secret-partial-zeroization
}

void of_class_four_times() {
  SECRET unsigned char key[32];
  fill(key);
  explicit_bzero(key, 4 * sizes::few);
}

void shifted() {
  SECRET unsigned char key[32];
  fill(key);
  explicit_bzero(key, sizeof key >> 1); // EXPECT: secret-partial-zeroization
}

void shifted_to_all() {
  SECRET unsigned char key[32];
  fill(key);
  explicit_bzero(key, 1u << 5);
}
