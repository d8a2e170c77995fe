// The guard of the project's own header counts, by what its body does: for the
// end of the scope, for every return and for exceptions.
// RUN: %expect %s -- -std=c++11 -I%headers
// RUN: %expect %s -- -std=c++14 -I%headers
// RUN: %expect %s -- -std=c++17 -I%headers
// RUN: %expect %s -- -std=c++20 -I%headers
#include <secret-tidy/secret.h>
#include <secret-tidy/zeroize_on_exit.h>
#include <array>
#include <string.h>
#include <vector>

void fill(SECRET unsigned char *key); // may throw
void use(const unsigned char *key);

int guarded_object(bool early) {
  unsigned char key[32];
  auto guard = secret::zeroize_on_exit(key);
  fill(key);
  if (early)
    return 1;
  use(key);
  return 0;
}

void guarded_memory(unsigned n) {
  unsigned char *key = new unsigned char[n];
  {
    auto guard = secret::zeroize_on_exit(key, n);
    fill(key);
  }
  delete[] key;
}

void guarded_too_late(unsigned n) {
  unsigned char *key = new unsigned char[n];
  fill(key);
  delete[] key; // EXPECT: secret-missing-zeroization
  auto guard = secret::zeroize_on_exit(nullptr, n);
}

void guarded_array() {
  std::array<unsigned char, 32> key;
  auto guard = secret::zeroize_on_exit(key);
  fill(key.data());
  use(key.data());
}

void guarded_vector() {
  std::vector<unsigned char> key(32);
  auto guard = secret::zeroize_on_exit(key);
  fill(key.data());
  use(key.data());
}

struct pair {
  SECRET unsigned char key[16];
  int id;
};

void guarded_record() {
  pair p;
  auto guard = secret::zeroize_on_exit(p);
  fill(p.key);
  use(p.key);
}

void other_object() {
  unsigned char other[32];
  unsigned char key[32]; // EXPECT: secret-missing-zeroization
  auto guard = secret::zeroize_on_exit(other);
  fill(key);
  use(key);
}

void before_it_arrives() {
  unsigned char key[32]; // EXPECT: secret-missing-zeroization
  {
    auto guard = secret::zeroize_on_exit(key);
  }
  fill(key);
  use(key);
}
