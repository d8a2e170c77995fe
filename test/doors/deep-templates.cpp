// A recursion of templates, to the compiler's limit and beyond it.
// RUN: %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++17 -ftemplate-depth=2000 > %t.fits 2>&1
// RUN: %FileCheck %s --input-file=%t.fits
// RUN: not %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++17 -ftemplate-depth=100 > %t.deep 2>&1
// RUN: %FileCheck %s --input-file=%t.deep --check-prefix=DEEP

extern "C" int fill(__attribute__((annotate("secret"))) unsigned char *k);
extern "C" void explicit_bzero(void *p, unsigned long n);

template <int N> struct deep {
  static void run(unsigned char *k) {
    unsigned char inner[N + 1];
    fill(inner);
    deep<N - 1>::run(k);
    explicit_bzero(inner, 1);
  }
};
template <> struct deep<0> {
  static void run(unsigned char *k) { fill(k); }
};

void recursion() {
  unsigned char k[32];
  deep<1000>::run(k);
}
// One report for the line, whatever the number of instances.
// CHECK-COUNT-1: :[[@LINE-12]]:5: warning: {{.*}} [secret-partial-zeroization]
// CHECK-NOT: [secret-partial-zeroization]

void sound() {
  unsigned char k[32];
  fill(k);
}
// DEEP-DAG: error: recursive template instantiation exceeded maximum depth of 100
// DEEP-DAG: :[[@LINE-4]]:17: warning: {{.*}} [secret-missing-zeroization]
