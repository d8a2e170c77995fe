// A pointer to a part of an object is one in the caller, too.
// RUN: %expect %s -- -std=c++17
#include "../Inputs/mock.h"

class seed {
public:
  seed() {}
  ~seed() { explicit_bzero(bytes_, sizeof(bytes_)); }
  unsigned char *data() { return bytes_; }
  void resize(size_t n) { size_ = n; }

private:
  SECRET unsigned char bytes_[64];
  size_t size_ = 0;
};

// An unknown place in `bytes_` is no place in `size_`.
static void decode(SECRET const char *text, seed &out) {
  size_t n = 0;
  for (; *text && n < 64; ++text)
    out.data()[n++] = *text ^ 1;
  out.resize(n);
}
void whole(SECRET const char *text) {
  seed s;
  decode(text, s);
}
