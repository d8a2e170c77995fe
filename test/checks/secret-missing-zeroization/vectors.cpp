// A vector's elements are its own: they end with it.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void never() {
  std::vector<unsigned char> key(32); // EXPECT: secret-missing-zeroization
  fill(key.data());
}

void wiped() {
  std::vector<unsigned char> key(32);
  fill(key.data());
  explicit_bzero(key.data(), key.size());
}

void cleared() {
  std::vector<unsigned char> key(32); // EXPECT: secret-missing-zeroization
  fill(key.data());
  key.clear();
}

void filled() {
  std::vector<unsigned char> key(32);
  fill(key.data());
  std::fill(key.begin(), key.end(), 0); // EXPECT: secret-elidable-zeroization
}

void assigned_over(const std::vector<unsigned char> &other) {
  std::vector<unsigned char> key(32);
  fill(key.data());
  key = other; // EXPECT: secret-missing-zeroization
}

void assigned_over_wiped(const std::vector<unsigned char> &other) {
  std::vector<unsigned char> key(32);
  fill(key.data());
  explicit_bzero(key.data(), key.size());
  key = other;
}

std::vector<unsigned char> given_away() {
  std::vector<unsigned char> key(32);
  fill(key.data());
  return key;
}

void moved_to(std::vector<unsigned char> &out) {
  std::vector<unsigned char> key(32);
  fill(key.data());
  out = std::move(key);
}

void copied() {
  std::vector<unsigned char> key(32);
  fill(key.data());
  std::vector<unsigned char> copy(key); // EXPECT: secret-missing-zeroization
  explicit_bzero(key.data(), key.size());
}
