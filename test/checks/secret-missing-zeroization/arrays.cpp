// std::array and std::deque are named storage like any other.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void never() {
  std::array<unsigned char, 32> key; // EXPECT: secret-missing-zeroization
  fill(key.data());
}

void wiped() {
  std::array<unsigned char, 32> key;
  fill(key.data());
  explicit_bzero(key.data(), key.size());
}

void half() {
  std::array<unsigned char, 32> key;
  fill(key.data());
  explicit_bzero(key.data(), key.size() / 2); // EXPECT: secret-partial-zeroization
}

void filled() {
  std::array<unsigned char, 32> key;
  fill(key.data());
  key.fill(0); // EXPECT: secret-elidable-zeroization
}

void deque_never() {
  std::deque<unsigned char> key(32); // EXPECT: secret-missing-zeroization
  fill(&key.front());
}

void deque_filled() {
  std::deque<unsigned char> key(32);
  fill(&key.front());
  std::fill(key.begin(), key.end(), 0); // EXPECT: secret-elidable-zeroization
}

void deque_public() {
  std::deque<unsigned char> text(32);
  text.push_back(3);
}
