// A number of elements as a number of bytes.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

using words = std::vector<unsigned>;
unsigned char *bytes_of(words &w);

void elements() {
  SECRET words key(8);
  fill(reinterpret_cast<unsigned char *>(key.data()));
  explicit_bzero(key.data(), key.size()); // EXPECT: secret-partial-zeroization
}

void all_bytes() {
  SECRET words key(8);
  fill(reinterpret_cast<unsigned char *>(key.data()));
  explicit_bzero(key.data(), sizeof(unsigned) * key.size());
}

void half() {
  SECRET std::vector<unsigned char> key(32);
  fill(key.data());
  explicit_bzero(key.data(), key.size() / 2); // EXPECT: secret-partial-zeroization
}

void two_halves() {
  SECRET std::vector<unsigned char> key(32);
  fill(key.data());
  size_t n = key.size() / 2;
  explicit_bzero(key.data(), n);
  explicit_bzero(key.data() + n, key.size() - n);
}

void all_but_one() {
  SECRET std::vector<unsigned char> key(32);
  fill(key.data());
  explicit_bzero(key.data(), key.size() - 1); // EXPECT: secret-partial-zeroization
}

void size_of_another(const words &other) {
  SECRET std::vector<unsigned char> key(32);
  fill(key.data());
  explicit_bzero(key.data(), other.size());
}

class holder {
public:
  explicit holder(int) { fill(key, sizeof key); }
  static constexpr size_t size() noexcept { return 32; }
  ~holder() { explicit_bzero(key, size()); } // EXPECT: secret-partial-zeroization

private:
  static void fill(unsigned char *p, size_t n) noexcept;
  SECRET unsigned char key[64];
};

class whole {
public:
  explicit whole(int) { fill(key, sizeof key); }
  static constexpr size_t size() noexcept { return 64; }
  ~whole() { explicit_bzero(key, size()); }

private:
  static void fill(unsigned char *p, size_t n) noexcept;
  SECRET unsigned char key[64];
};
