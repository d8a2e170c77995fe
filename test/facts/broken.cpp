// Dependent code and what the parser made up have no facts.
// RUN: not %secret-audit --dump-facts %s -- -std=c++17 2>/dev/null | %FileCheck %s
#include "../Inputs/mock.h"

template <typename T> void dependent(T &t) {
  T key;
  t.take(key, undeclared_in_instances(t));
}

void recovered() {
  unsigned char key[16];
  fill(key);
  undeclared(key);
}

void fine() {
  unsigned char key[16];
  fill(key);
}
// CHECK-NOT: facts of dependent
// CHECK-NOT: facts of recovered
// CHECK: facts of fine
