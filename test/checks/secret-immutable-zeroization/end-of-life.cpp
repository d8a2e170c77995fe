// The destructor of a constant may zeroize it: its life is over.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

struct wipes {
  wipes() noexcept { fill(key); }
  ~wipes() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[16];
};

void constant() {
  const wipes w;
  use(w.key);
}

void member_of_constant() {
  struct holder {
    wipes inner;
  };
  const holder h;
  use(&h);
}

void cast_away() {
  const wipes w;
  explicit_bzero(const_cast<unsigned char *>(w.key), sizeof(w.key)); // EXPECT: secret-immutable-zeroization
}
