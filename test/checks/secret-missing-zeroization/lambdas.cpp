// Closures: what they capture by reference is where it was; what they zeroize
// counts where they are called.
// RUN: %expect %s -- -std=c++20
#include "../../Inputs/mock.h"

struct record {
  unsigned char bytes[32];
};

void by_reference() {
  unsigned char key[32];
  fill(key);
  auto wipe = [&key] { explicit_bzero(key, sizeof(key)); };
  use(key);
  wipe();
}

void never_called() {
  unsigned char key[32]; // EXPECT: secret-missing-zeroization
  fill(key);
  auto wipe = [&] { explicit_bzero(key, sizeof(key)); };
  use(key);
}

void by_copy() {
  unsigned char key[32];
  fill(key);
  auto reads = [key] { use(key); }; // EXPECT: secret-hidden-copy
  reads();
  explicit_bzero(key, sizeof(key));
}

void by_initializer() {
  record key;
  fill(&key);
  auto reads = [copy = key] { use(&copy); }; // EXPECT: secret-hidden-copy
  reads();
  explicit_bzero(&key, sizeof(key));
}

void by_reference_initializer() {
  record key;
  fill(&key);
  auto reads = [&alias = key] { use(&alias); };
  reads();
  explicit_bzero(&key, sizeof(key));
}

void inside() {
  auto body = [] {
    unsigned char key[32]; // EXPECT: secret-missing-zeroization
    fill(key);
  };
  body();
}

void inside_wiped() {
  auto body = [](auto &&more) {
    unsigned char key[32];
    fill(key);
    more(key);
    explicit_bzero(key, sizeof(key));
  };
  body([](const unsigned char *key) noexcept { use(key); });
}

void at_once() {
  unsigned char key[32];
  fill(key);
  [&] { explicit_bzero(key, sizeof(key)); }();
}
