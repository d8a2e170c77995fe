// Destructors of bases and members zeroize what is theirs, virtual, inherited
// and defaulted ones too.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

struct wipes {
  explicit wipes(int) { fill(key); }
  wipes(const wipes &) = delete;
  ~wipes() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[16];
};

struct inherits : wipes {
  using wipes::wipes;
  inherits() : wipes(3) {}
};

struct adds : wipes {
  using wipes::wipes;
  adds(int a, int b) : wipes(a), pin(b) {}
  SECRET int pin; // EXPECT: secret-missing-zeroization
};

struct contains {
  contains() : inner(1) {}
  wipes inner;
  int other = 0;
};

struct polymorphic {
  virtual ~polymorphic() = default;
};

struct leaves : polymorphic {
  leaves() { fill(key); }
  ~leaves() override = default;
  SECRET unsigned char key[16]; // EXPECT: secret-missing-zeroization
};

struct overrides : polymorphic {
  overrides() { fill(key); }
  ~overrides() override { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[16];
};

/// Member initializers bring secrets, too.
struct initialized {
  initialized(SECRET const unsigned char *from, int n) : first(from[0]), n(n) {}
  SECRET unsigned char first; // EXPECT: secret-missing-zeroization
  int n;
};

struct initialized_wiped {
  initialized_wiped(SECRET const unsigned char *from) : first(from[0]) {}
  ~initialized_wiped() { explicit_bzero(&first, sizeof(first)); }
  SECRET unsigned char first;
};

void locals() {
  inherits a(1), b;
  contains c;
  overrides d;
  use(&a);
}
