// No fix-it where it would take more than the call's own arguments, evaluate
// something twice, or count elements of another type.
// RUN: %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++20 | %FileCheck %s --implicit-check-not='{{^ *[|] *explicit_bzero}}'
#include <algorithm>
#include <vector>

void fill(__attribute__((annotate("secret"))) void *k) noexcept;
std::vector<unsigned char> &next() noexcept;

void another_type() {
  unsigned k[8];
  fill(k);
  std::fill_n(reinterpret_cast<unsigned char *>(k), sizeof(k), 0);
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
}

void between(unsigned char *first, unsigned char *last) {
  unsigned char k[32];
  fill(k);
  std::fill(k, std::end(k), 0);
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
}

void pointer_to(std::vector<unsigned char> *other) {
  std::vector<unsigned char> k(32);
  std::vector<unsigned char> *p = &k;
  fill(k.data());
  p->assign(p->size(), 0);
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
}
