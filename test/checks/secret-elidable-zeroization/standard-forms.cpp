// What the library's algorithms zero is judged like memset; that the end of the
// range is given by a pointer makes nobody need the content.
// RUN: %expect %s -- -std=c++20
#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

void fill([[clang::annotate("secret")]] unsigned char *key) noexcept;
void use(const unsigned char *key) noexcept;

void pointers() {
  unsigned char key[32];
  fill(key);
  std::fill(key, key + 32, 0); // EXPECT: secret-elidable-zeroization
}

void ends() {
  unsigned char key[32];
  fill(key);
  std::fill(std::begin(key), std::end(key), 0); // EXPECT: secret-elidable-zeroization
}

void iterators() {
  std::vector<unsigned char> key(32);
  fill(key.data());
  std::fill(key.begin(), key.end(), 0); // EXPECT: secret-elidable-zeroization
}

void needed() {
  unsigned char key[32];
  fill(key);
  std::fill(key, key + 32, 0);
  use(key);
}

void half() {
  unsigned char key[32];
  fill(key);
  std::fill(key, key + 16, 0); // EXPECT: secret-partial-zeroization
}
