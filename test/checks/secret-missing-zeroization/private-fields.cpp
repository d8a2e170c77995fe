// A class that hides its fields owns them, even without a constructor; a plain
// aggregate is up to those who use it.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

class hidden {
public:
  void load() { fill(key_); }

private:
  SECRET unsigned char key_[32] = {}; // EXPECT: secret-missing-zeroization
};

class zeroized {
public:
  ~zeroized() { explicit_bzero(key_, sizeof(key_)); }
  void load() { fill(key_); }

private:
  SECRET unsigned char key_[32] = {};
};

struct aggregate {
  SECRET unsigned char key[32];
};
void uses() {
  aggregate a;
  fill(a.key);
  explicit_bzero(&a, sizeof(a));
}
