// A note says that a class zeroizes itself elidably, and where copies of its
// objects are made, that they zeroize themselves.
// RUN: %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++17 | %FileCheck %s
#define SECRET [[clang::annotate("secret")]]
using size_t = decltype(sizeof 0);
extern "C" void fill(SECRET unsigned char *p);
extern "C" void use(const void *p);
extern "C" void explicit_bzero(void *p, size_t n);
extern "C" void *memset(void *p, int c, size_t n);

class weak {
public:
  weak();
  ~weak() { memset(key, 0, sizeof key); }
  SECRET unsigned char key[16];
};
// CHECK: :[[@LINE-3]]:13: warning: the zeroization of {{.*}} [secret-elidable-zeroization]
// CHECK: :[[@LINE-7]]:7: note: 'weak' zeroizes itself: elidably, because the optimizer may remove 'memset' in its destructor

class whole {
public:
  whole();
  ~whole() { explicit_bzero(key, sizeof key); }
  SECRET unsigned char key[16];
};

void captured_weak() {
  weak w;
  fill(w.key);
  auto f = [w] { use(&w); };
  f();
}
// CHECK: :[[@LINE-3]]:13: warning: capturing 'w' by value {{.*}} [secret-hidden-copy]
// CHECK: :11:7: note: 'weak' zeroizes itself: elidably, because

void captured_whole() {
  whole w;
  fill(w.key);
  auto f = [w] { use(&w); };
  f();
}
// CHECK: :[[@LINE-3]]:13: warning: capturing 'w' by value {{.*}} [secret-hidden-copy]
// CHECK: :20:7: note: 'whole' zeroizes itself: yes

// A plain local of somebody who is no class has no verdict.
void local() {
  unsigned char k[16];
  fill(k);
  memset(k, 0, sizeof k);
}
// CHECK: :[[@LINE-2]]:3: warning: {{.*}} [secret-elidable-zeroization]
// CHECK-NOT: zeroizes itself
