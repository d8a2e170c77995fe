// Friends that are defined in their class are functions like others.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

struct box {
  friend void leaves(const box &) noexcept {
    SECRET unsigned char key[16]; // EXPECT: secret-missing-zeroization
    fill(key);
  }
  friend void clears(const box &) noexcept {
    SECRET unsigned char key[16];
    fill(key);
    explicit_bzero(key, sizeof key);
  }
  friend bool operator==(const box &, const box &) noexcept {
    SECRET unsigned char key[16]; // EXPECT: secret-missing-zeroization
    fill(key);
    return true;
  }
  friend struct other;
  friend void elsewhere(const box &);
};

template <class T> struct holder {
  friend void used(holder) noexcept {
    SECRET unsigned char key[16]; // EXPECT: secret-missing-zeroization
    fill(key);
  }
  friend void unused(holder) noexcept {
    SECRET unsigned char key[16];
    fill(key);
  }
};

void use_them() { used(holder<int>()); }

// Classes that are each other's friends come to an end.
template <class T> struct second;
template <class T> struct first {
  template <class> friend struct second;
};
template <class T> struct second {
  template <class> friend struct first;
};
first<int> one;
second<int> two;
