// Each instance has facts of its own; the pattern has none.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

template <typename T, int N> void keep() {
  T key[N];
  fill(key);
}

template <typename T> struct box {
  T key;
  void fill_it() { fill(&key); }
};

void instances() {
  keep<char, 8>();
  keep<long, 2>();
  box<int> b;
  b.fill_it();
}
// CHECK-NOT: facts of
// CHECK: facts of keep{{$}}
// CHECK-NEXT: object 0 local 'key' 8 bytes
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)
// CHECK-NOT: facts of
// CHECK: facts of keep{{$}}
// CHECK-NEXT: object 0 local 'key' 16 bytes
// CHECK-NOT: facts of
// CHECK: facts of box::fill_it{{$}}
// CHECK-NOT: facts of
// CHECK: facts of instances{{$}}
// CHECK-NOT: facts of
