// A vector that grows leaves its old block behind.
// RUN: %expect %s -- -std=c++17 -fno-exceptions
#include "../../Inputs/mock_std.h"

void grows() {
  std::vector<unsigned char> key(32);
  fill(key.data());
  key.push_back(1); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void resizes() {
  std::vector<unsigned char> key(32);
  fill(key.data());
  key.resize(64); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void shrinks() {
  std::vector<unsigned char> key(32);
  fill(key.data());
  key.shrink_to_fit(); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void before_it_arrives() {
  std::vector<unsigned char> key;
  key.reserve(64);
  key.resize(32);
  fill(key.data());
  explicit_bzero(key.data(), key.size());
}

void nothing_secret() {
  std::vector<unsigned char> text(32);
  text.push_back(1);
}

template <typename T> struct wiping_allocator {
  using value_type = T;
  T *allocate(size_t count);
  void deallocate(T *block, size_t count) noexcept {
    explicit_bzero(block, count * sizeof(T));
    ::operator delete(block);
  }
};

/// The allocator gets the old block.
void grows_with_own_allocator() {
  std::vector<unsigned char, wiping_allocator<unsigned char>> key(32);
  fill(key.data());
  key.push_back(1);
}
