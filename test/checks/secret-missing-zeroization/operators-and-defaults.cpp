// Operators are functions, and default arguments are arguments.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

struct wiper {
  void operator()(void *p, size_t n) const { explicit_bzero(p, n); }
};

void call_operator() {
  unsigned char key[32];
  fill(key);
  wiper wipe;
  wipe(key, sizeof(key));
}

void call_operator_short() {
  unsigned char key[32];
  fill(key);
  wiper wipe;
  wipe(key, 16); // EXPECT: secret-partial-zeroization
}

struct block {
  unsigned char bytes[16];
  block &operator=(decltype(nullptr)) {
    explicit_bzero(bytes, sizeof(bytes));
    return *this;
  }
  unsigned char &operator[](size_t at) { return bytes[at]; }
};

void assignment() {
  block b;
  fill(&b);
  b = nullptr;
}

void no_assignment() {
  block b; // EXPECT: secret-missing-zeroization
  fill(&b);
  b[0] = 0;
}

void wipe(unsigned char *p, size_t n = 32) { explicit_bzero(p, n); }

void default_fits() {
  unsigned char key[32];
  fill(key);
  wipe(key);
}

void default_is_short() {
  unsigned char key[64];
  fill(key);
  wipe(key); // EXPECT: secret-partial-zeroization
}

constexpr size_t half(size_t n) { return n / 2; }

void constant_fits() {
  unsigned char key[32];
  fill(key);
  explicit_bzero(key, 2 * half(32));
}

void constant_is_short() {
  unsigned char key[32];
  fill(key);
  explicit_bzero(key, half(32)); // EXPECT: secret-partial-zeroization
}

inline namespace v1 {
namespace inner {
void wipe_all(unsigned char *p) { explicit_bzero(p, 32); }
void take(SECRET unsigned char *p) noexcept;
} // namespace inner
} // namespace v1

void namespaces() {
  unsigned char key[32];
  inner::take(key);
  inner::wipe_all(key);
}

void namespaces_unwiped() {
  unsigned char key[32]; // EXPECT: secret-missing-zeroization
  v1::inner::take(key);
}
