// A temporary ends with its full-expression.
// RUN: %expect %s -- -std=c++11
// RUN: %expect %s -- -std=c++20
#include "../../Inputs/mock.h"

struct leaves {
  leaves() noexcept { fill(bytes); }
  leaves(const leaves &) noexcept;
  ~leaves() { use(bytes); }
  unsigned char bytes[16];
};

struct wipes {
  wipes() noexcept { fill(bytes); }
  wipes(const wipes &) noexcept;
  ~wipes() { explicit_bzero(bytes, sizeof(bytes)); }
  unsigned char bytes[16];
};

int left() {
  return use(leaves().bytes); // EXPECT: secret-missing-zeroization
}

int wiped() { return use(wipes().bytes); }

/// It lives as long as its name.
void extended() {
  const leaves &k = leaves(); // ALLOW: secret-missing-zeroization
  use(&k);
}

void extended_wiped() {
  const wipes &k = wipes();
  use(&k);
}

/// It is the local, not a copy of something.
void no_temporary() {
  wipes k = wipes();
  use(&k);
}

wipes nor_here() { return wipes(); }
