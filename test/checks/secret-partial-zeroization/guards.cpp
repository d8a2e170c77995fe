// A guard that was given too few bytes.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

class guard {
public:
  guard(void *p, size_t n) noexcept : p(p), n(n) {}
  guard(const guard &) = delete;
  ~guard() { explicit_bzero(p, n); }

private:
  void *p;
  size_t n;
};

struct plain_guard {
  void *p;
  size_t n;
  ~plain_guard() { explicit_bzero(p, n); }
};

void few() {
  SECRET unsigned char key[32];
  guard g(key, 16); // EXPECT: secret-partial-zeroization
  fill(key);
}

void all() {
  SECRET unsigned char key[32];
  guard g(key, sizeof key);
  fill(key);
}

void unknown(size_t n) {
  SECRET unsigned char key[32];
  guard g(key, n);
  fill(key);
}

void few_in_aggregate() {
  SECRET unsigned char key[32];
  plain_guard g{key, 16}; // EXPECT: secret-partial-zeroization
  fill(key);
}

void all_in_aggregate() {
  SECRET unsigned char key[32];
  plain_guard g{key, sizeof key};
  fill(key);
}
