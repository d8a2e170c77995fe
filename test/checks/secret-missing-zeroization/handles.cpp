// A tagged object of a class that owns a block: the block is meant.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

void type_in(unsigned char *text);

template <bool Wipes> class buffer {
public:
  explicit buffer(size_t n) : p(new unsigned char[n]), n(n) {}
  buffer(const buffer &) = delete;
  ~buffer() {
    if (Wipes)
      explicit_bzero(p, n);
    delete[] p;
  }
  unsigned char *data() noexcept { return p; }

private:
  unsigned char *p;
  size_t n;
};

void loose() {
  SECRET buffer<false> key(32); // EXPECT: secret-missing-zeroization
  fill(key.data());
}

void wiping() {
  SECRET buffer<true> key(32);
  fill(key.data());
}

void untagged() {
  buffer<false> text(32);
  type_in(text.data());
}

void never_filled() {
  SECRET buffer<false> key(32);
}

void wiped_by_hand() {
  SECRET buffer<false> key(32);
  fill(key.data());
  explicit_bzero(key.data(), 32);
}
