// Placement new makes an object in somebody's memory, and a call of the
// destructor ends it; new and delete own a block.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

void *operator new(size_t, void *at) noexcept;

struct wipes {
  wipes() noexcept { fill(bytes); }
  ~wipes() { explicit_bzero(bytes, sizeof(bytes)); }
  unsigned char bytes[16];
};

void ended() {
  alignas(wipes) unsigned char room[sizeof(wipes)];
  wipes *w = new (room) wipes;
  w->~wipes();
}

void not_ended() {
  alignas(wipes) unsigned char room[sizeof(wipes)]; // EXPECT: secret-missing-zeroization
  wipes *w = new (room) wipes;
  use(w);
}

void deleted() {
  wipes *w = new wipes;
  delete w;
}

void array_left() {
  unsigned char *key = new unsigned char[32];
  fill(key);
  delete[] key; // EXPECT: secret-missing-zeroization
}

void array_wiped() {
  unsigned char *key = new unsigned char[32];
  fill(key);
  explicit_bzero(key, 32);
  delete[] key;
}
