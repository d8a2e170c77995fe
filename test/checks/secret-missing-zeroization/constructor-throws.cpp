// A constructor that throws ends its complete bases and members, but the
// destructor of its class does not run: what only that would zeroize is left.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"
#include <array>
#include <memory>
#include <vector>

void mayThrow();
void cannotThrow() noexcept;

struct calls {
  calls() {
    fill(key);
    mayThrow(); // EXPECT: secret-missing-zeroization
    mayThrow();
  }
  ~calls() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

struct throws_before {
  throws_before() {
    mayThrow();
    fill(key);
    cannotThrow();
  }
  ~throws_before() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

struct outside {
  explicit outside(int n);
  ~outside();
  SECRET unsigned char key[32];
  SECRET int pin;
};
outside::outside(int n) {
  fill(key);
  fill(&pin);
  if (n < 0)
    throw n; // EXPECT: secret-missing-zeroization
}
outside::~outside() {
  explicit_bzero(key, sizeof(key));
  explicit_bzero(&pin, sizeof(pin));
}

struct throws_wiped {
  explicit throws_wiped(int n) {
    fill(key);
    if (n < 0) {
      explicit_bzero(key, sizeof(key));
      throw n;
    }
  }
  ~throws_wiped() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

struct catches {
  catches() {
    fill(key);
    try {
      mayThrow();
    } catch (...) {
      explicit_bzero(key, sizeof(key));
      throw;
    }
  }
  ~catches() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

struct catches_only {
  catches_only() {
    fill(key);
    try {
      mayThrow();
    } catch (...) {
      throw; // EXPECT: secret-missing-zeroization
    }
  }
  ~catches_only() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

/// The handler throws again at its end.
struct function_try {
  function_try() try {
    fill(key);
    mayThrow();
  } catch (...) {
    cannotThrow();
  } // EXPECT: secret-missing-zeroization
  ~function_try() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

struct function_try_wiped {
  function_try_wiped() try {
    fill(key);
    mayThrow();
  } catch (...) {
    explicit_bzero(key, sizeof(key));
  }
  ~function_try_wiped() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

/// Once the constructor that it delegates to is done, the destructor runs.
struct delegates {
  explicit delegates(int) { fill(key); }
  delegates() : delegates(1) { mayThrow(); }
  ~delegates() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

struct delegated_to {
  explicit delegated_to(int) {
    fill(key);
    mayThrow(); // EXPECT: secret-missing-zeroization
  }
  delegated_to() : delegated_to(1) {}
  ~delegated_to() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

struct never_throws {
  never_throws() noexcept {
    fill(key);
    mayThrow();
  }
  ~never_throws() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

/// Said at the field.
struct no_destructor {
  no_destructor() {
    fill(key);
    mayThrow();
  }
  SECRET unsigned char key[32]; // EXPECT: secret-missing-zeroization
};

struct wipes {
  wipes() { fill(key); }
  ~wipes() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

struct has_member {
  has_member() { mayThrow(); }
  ~has_member() { cannotThrow(); }
  wipes member;
};

struct has_base : wipes {
  has_base() { mayThrow(); }
  ~has_base() { cannotThrow(); }
};

/// The initializers are run one after the other.
int load(SECRET unsigned char *to);
struct initializes {
  initializes() : first(load(key)), second(load(key)) {} // EXPECT: secret-missing-zeroization
  ~initializes() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
  int first, second;
};

struct arrays {
  arrays() {
    fill(key.data());
    mayThrow(); // EXPECT: secret-missing-zeroization
  }
  ~arrays() { explicit_bzero(key.data(), key.size()); }
  SECRET std::array<unsigned char, 32> key;
};

struct vectors {
  vectors() : key(32) {
    fill(key.data());
    mayThrow(); // EXPECT: secret-missing-zeroization
  }
  ~vectors() { explicit_bzero(key.data(), key.size()); }
  SECRET std::vector<unsigned char> key;
};

template <class T> struct zeroizing {
  using value_type = T;
  T *allocate(size_t n) { return static_cast<T *>(::operator new(n)); }
  void deallocate(T *p, size_t n) noexcept {
    explicit_bzero(p, n * sizeof(T));
    ::operator delete(p);
  }
};

struct zeroizing_vectors {
  zeroizing_vectors() : key(32) {
    fill(key.data());
    mayThrow();
  }
  ~zeroizing_vectors() { cannotThrow(); }
  SECRET std::vector<unsigned char, zeroizing<unsigned char>> key;
};

struct pointers {
  pointers() : key(new unsigned char[32]) {
    fill(key);
    mayThrow(); // EXPECT: secret-missing-zeroization
  }
  ~pointers() {
    explicit_bzero(key, 32);
    delete[] key;
  }
  SECRET unsigned char *key;
};

struct deleter {
  void operator()(unsigned char *p) const noexcept {
    explicit_bzero(p, 32);
    delete[] p;
  }
};

struct owners {
  owners() : key(new unsigned char[32]) {
    fill(key.get());
    mayThrow();
  }
  ~owners() { cannotThrow(); }
  SECRET std::unique_ptr<unsigned char[], deleter> key;
};

struct owners_wiped {
  owners_wiped() : key(new unsigned char[32]) {
    fill(key.get());
    mayThrow(); // EXPECT: secret-missing-zeroization
  }
  ~owners_wiped() { explicit_bzero(key.get(), 32); }
  SECRET std::unique_ptr<unsigned char[]> key;
};

struct from_parameter {
  explicit from_parameter(const unsigned char *from) {
    memcpy(key, from, sizeof(key));
  }
  from_parameter(const unsigned char *from, int) {
    memcpy(key, from, sizeof(key));
    mayThrow(); // EXPECT: secret-missing-zeroization
  }
  ~from_parameter() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

/// Nobody tagged the field, but what is copied there is secret.
struct untagged {
  explicit untagged(SECRET const unsigned char *from) {
    memcpy(key, from, sizeof(key));
    mayThrow(); // EXPECT: secret-missing-zeroization
  }
  untagged(const unsigned char *from, int) {
    memcpy(key, from, sizeof(key));
    mayThrow();
  }
  ~untagged() { explicit_bzero(key, sizeof(key)); }
  unsigned char key[32];
};

template <int N> struct templates {
  templates() {
    fill(key);
    mayThrow(); // EXPECT: secret-missing-zeroization
  }
  ~templates() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[N];
};
template struct templates<16>;
template struct templates<32>;

/// What its destructor does is not known.
struct unseen_destructor {
  unseen_destructor() {
    fill(key);
    mayThrow();
  }
  ~unseen_destructor();
  SECRET unsigned char key[32];
};

/// It wipes if a flag says that there is something; that is believed.
struct sometimes {
  sometimes() {
    fill(key);
    mayThrow();
  }
  ~sometimes() {
    if (on)
      explicit_bzero(key, sizeof(key));
  }
  SECRET unsigned char key[32];
  bool on = false;
};
