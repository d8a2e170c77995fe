// A class with a destructor answers for its fields, wherever it is a member.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

template <int N> struct nest {
  SECRET unsigned char k[8];
  nest<N - 1> n;
  nest() { fill(k); }
  ~nest() { explicit_bzero(k, sizeof(k)); }
};
template <> struct nest<0> {};

void wiped() {
  nest<5> q;
  use(q.k);
}

template <int N> struct loose {
  SECRET unsigned char k[8]; // EXPECT: secret-missing-zeroization
  loose<N - 1> n;
  loose() { fill(k); }
  ~loose() {}
};
template <> struct loose<0> {};

void left() {
  loose<40> q;
  use(q.k);
}

struct plain {
  SECRET unsigned char k[8]; // EXPECT: secret-missing-zeroization
};
struct around {
  plain p;
  around() { fill(p.k); }
  ~around() {}
};

struct unseen {
  SECRET unsigned char k[8];
  unseen();
  ~unseen();
};
struct holds_unseen {
  unseen u;
  holds_unseen() {}
};

void of_unseen() { holds_unseen h; }
