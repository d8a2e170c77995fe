// A note says whether the class zeroizes itself, and why not.
// RUN: %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++17 | %FileCheck %s
#define SECRET [[clang::annotate("secret")]]
extern "C" void explicit_bzero(void *p, unsigned long n);

class left {
public:
  left();
  ~left() { explicit_bzero(key, sizeof(key)); }

private:
  SECRET char key[16];
  SECRET int pin;
};
// CHECK: :13:14: warning: field 'pin' {{.*}} [secret-missing-zeroization]
// CHECK: :6:7: note: 'left' zeroizes itself: no, because its destructor leaves 'pin'

class frees {
public:
  frees();
  ~frees() { delete[] key; }

private:
  SECRET char *key;
};
// CHECK: :21:14: warning: 'key' holds a secret and is released {{.*}} [secret-missing-zeroization]
// CHECK: :18:7: note: 'frees' zeroizes itself: no, because its destructor releases 'key' without zeroization

class whole {
public:
  whole();
  ~whole() { explicit_bzero(key, sizeof(key)); }

private:
  SECRET char key[16];
};
// CHECK-NOT: warning:
