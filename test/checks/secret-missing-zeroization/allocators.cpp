// An allocator that zeroizes sees every block of a vector or string.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

template <typename T> struct wiping_allocator {
  using value_type = T;
  wiping_allocator() noexcept = default;
  T *allocate(size_t count);
  void deallocate(T *block, size_t count) noexcept {
    explicit_bzero(block, count * sizeof(T));
    ::operator delete(block);
  }
};

template <typename T> struct plain_allocator {
  using value_type = T;
  plain_allocator() noexcept = default;
  T *allocate(size_t count);
  void deallocate(T *block, size_t) noexcept { ::operator delete(block); }
};

void wiping() {
  std::vector<unsigned char, wiping_allocator<unsigned char>> key(32);
  fill(key.data());
}

void plain() {
  std::vector<unsigned char, plain_allocator<unsigned char>> key(32); // ALLOW: secret-missing-zeroization
  fill(key.data());
}

template struct wiping_allocator<char>; // the mock's strings use none of it
template struct plain_allocator<char>;

using wiping_string =
    std::basic_string<char, std::char_traits<char>, wiping_allocator<char>>;

void wiping_text() {
  SECRET wiping_string pin;
  fill(reinterpret_cast<unsigned char *>(pin.data()));
}

using plain_string =
    std::basic_string<char, std::char_traits<char>, plain_allocator<char>>;

void plain_text() {
  SECRET plain_string pin; // EXPECT: secret-immutable-copy
}

void wiping_text_of(SECRET const char *text) {
  wiping_string pin(text);
  pin += text;
}

void plain_text_of(SECRET const char *text) {
  plain_string pin(text); // EXPECT: secret-immutable-copy
}

// Each field by itself: the allocator of one says nothing of the other.
class two_fields {
public:
  two_fields() : wiped_(32), left_(32) {
    fill(wiped_.data());
    fill(left_.data());
  }

private:
  SECRET std::vector<unsigned char, wiping_allocator<unsigned char>> wiped_;
  SECRET std::vector<unsigned char> left_; // EXPECT: secret-missing-zeroization
};

struct SECRET seed {
  unsigned char bytes[16];
};
int load(void *all);
void elements() {
  std::vector<seed> seeds(2); // EXPECT: secret-missing-zeroization
  load(seeds.data());
}
void elements_wiped() {
  std::vector<seed> seeds(2);
  load(seeds.data());
  explicit_bzero(seeds.data(), 2 * sizeof(seed));
}
