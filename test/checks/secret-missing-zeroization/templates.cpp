// A template is judged by its instances, and reported once for a source line.
// RUN: %expect %s -- -std=c++17
// RUN: %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++17 | %FileCheck %s
#include "../../Inputs/mock.h"

template <typename T> void never(T) {
  unsigned char key[32]; // EXPECT: secret-missing-zeroization
  fill(key);
}
// CHECK-COUNT-1: :7:17: warning:
// CHECK-NOT: :7:17: warning:

template <typename T> void wiped(T) {
  unsigned char key[32];
  fill(key);
  explicit_bzero(key, sizeof(key));
}

template <int N> void short_of_some() {
  unsigned char key[N];
  fill(key);
  explicit_bzero(key, 16); // EXPECT: secret-partial-zeroization
}

template <int N> void enough_for_all() {
  unsigned char key[N];
  fill(key);
  explicit_bzero(key, 16);
}

template <typename T> struct holder {
  holder() { fill(&key); }
  SECRET T key; // EXPECT: secret-missing-zeroization
};

template <typename T> struct clean {
  clean() { fill(&key); }
  ~clean() { explicit_bzero(&key, sizeof(key)); }
  SECRET T key;
};

template <typename... Ts> void pack(Ts... ts) {
  unsigned char key[32]; // EXPECT: secret-missing-zeroization
  fill(key);
  (use(&ts), ...);
}

/// Nobody instantiates it, so nothing is known of it.
template <typename T> void pattern(T) {
  unsigned char key[32];
  fill(key);
}

void instances() {
  never(1);
  never('c');
  never(2L);
  wiped(1);
  wiped('c');
  short_of_some<16>();
  short_of_some<32>();
  short_of_some<64>();
  enough_for_all<8>();
  enough_for_all<16>();
  holder<int> h;
  holder<long> i;
  clean<int> c;
  pack(1, 2, 3);
}
