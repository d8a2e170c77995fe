// RUN: %expect %s -- -std=c++11
// RUN: %expect %s -- -std=c++17
// RUN: %expect %s -- -std=c++23

void use(const void *k);
void fill([[secret]] unsigned char *k);
using Key [[secret]] = unsigned char[32];

template <class T> struct [[secret]] Box { T x[32]; };

void by_alias(const unsigned char *p) {
  Key k; // EXPECT: secret-missing-zeroization
  __builtin_memcpy(k, p, sizeof(k));
  use(k);
}
void by_record() {
  Box<unsigned char> b; // EXPECT: secret-missing-zeroization
  fill(b.x);
  use(&b);
}
