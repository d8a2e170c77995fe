// A copy of a secret is one more secret; a move of bytes leaves the old ones.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

template <typename T> T &&moved(T &object) { return static_cast<T &&>(object); }

struct plain {
  unsigned char bytes[16];
};

void copy_left() {
  plain a;
  fill(&a);
  plain b = a; // EXPECT: secret-missing-zeroization
  use(&b);
  explicit_bzero(&a, sizeof(a));
}

void copy_wiped() {
  plain a;
  fill(&a);
  plain b = a;
  use(&b);
  explicit_bzero(&b, sizeof(b));
  explicit_bzero(&a, sizeof(a));
}

void move_leaves_the_source() {
  plain a; // EXPECT: secret-missing-zeroization
  fill(&a);
  plain b = moved(a);
  explicit_bzero(&b, sizeof(b));
}

void assignment() {
  plain a, b; // EXPECT: secret-missing-zeroization
  fill(&a);
  b = a;
  explicit_bzero(&a, sizeof(a));
}

/// The flag says that nothing is there any more, which is believed.
struct flagged {
  flagged() { fill(key); }
  flagged(flagged &&other) noexcept : owns(other.owns) {
    memcpy(key, other.key, sizeof(key));
    other.owns = false;
  }
  ~flagged() {
    if (owns)
      explicit_bzero(key, sizeof(key));
  }
  SECRET unsigned char key[16];
  bool owns = true;
};

struct thorough {
  thorough() { fill(key); }
  thorough(thorough &&other) noexcept {
    memcpy(key, other.key, sizeof(key));
    explicit_bzero(other.key, sizeof(other.key));
  }
  ~thorough() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[16];
};
