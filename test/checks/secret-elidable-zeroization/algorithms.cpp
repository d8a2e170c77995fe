// Algorithms carry secrets on, and what they zero is elidable.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void fill_pointers() {
  unsigned char key[32];
  fill(key);
  std::fill(std::begin(key), std::end(key), 0); // EXPECT: secret-elidable-zeroization
}

void fill_count() {
  unsigned char key[32];
  fill(key);
  std::fill_n(key, 32, 0); // EXPECT: secret-elidable-zeroization
}

void fill_other_value() {
  unsigned char key[32]; // ALLOW: secret-missing-zeroization
  fill(key);
  std::fill(std::begin(key), std::end(key), 0xff); // ALLOW: secret-elidable-zeroization
}

void filled_and_used() {
  unsigned char key[32];
  fill(key);
  std::fill_n(key, 32, 0);
  use(key);
}

void copied() {
  unsigned char key[32], copy[32]; // EXPECT: secret-missing-zeroization
  fill(key);
  std::copy(key, key + 32, copy);
  explicit_bzero(key, sizeof(key));
}

void copied_and_wiped() {
  unsigned char key[32], copy[32];
  fill(key);
  std::copy_n(key, 32, copy);
  explicit_bzero(copy, sizeof(copy));
  explicit_bzero(key, sizeof(key));
}

struct block {
  unsigned char bytes[16];
};

void swapped() {
  block key, other; // EXPECT: secret-missing-zeroization
  fill(&key);
  std::swap(key, other);
  explicit_bzero(&key, sizeof(key));
}

void swapped_and_wiped() {
  block key, other;
  fill(&key);
  std::swap(key, other);
  explicit_bzero(&key, sizeof(key));
  explicit_bzero(&other, sizeof(other));
}
