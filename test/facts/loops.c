// Loops: back edges, and scopes that end each turn, by break and by continue.
// RUN: %secret-audit --dump-facts %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

void each_turn(int n) {
  while (n) {
    unsigned char k[32];
    fill(k);
    if (use(k))
      break;
    if (check())
      continue;
    n--;
  }
}
// CHECK-LABEL: facts of each_turn
// CHECK: to B[[HEAD:[0-9]+]]{{$}}
// CHECK-NEXT: B[[HEAD]]:
// CHECK: [[N:%[0-9]+]] = load {{.*}} 4 bytes
// CHECK-NEXT: to B[[BODY:[0-9]+]] if true, B[[AFTER:[0-9]+]] if false on [[N]]
// CHECK-NEXT: B[[BODY]]:
// CHECK-NEXT: declare 'k' at [[#@LINE-15]]:19
// CHECK: end 'k' at [[#@LINE-13]]:7
// CHECK-NEXT: to B[[AFTER]]{{$}}
// CHECK: end 'k' at [[#@LINE-13]]:7
// CHECK-NEXT: to B[[NEXT:[0-9]+]]{{$}}
// CHECK: end 'k' at [[#@LINE-13]]:3
// CHECK-NEXT: to B[[NEXT]]{{$}}
// CHECK-NEXT: B[[NEXT]]:
// CHECK-NEXT: to B[[HEAD]]{{$}}

void counts(void) {
  for (int i = 0; i < 8; i++)
    fill(&i);
}
// CHECK-LABEL: facts of counts
// CHECK: declare 'i'
// CHECK: store {{.*}} 4 bytes initial
// CHECK: to B[[HEAD:[0-9]+]]{{$}}
// CHECK: B[[HEAD]]:
// CHECK: [[C:%[0-9]+]] = {{%[0-9]+}} < {{%[0-9]+}}
// CHECK-NEXT: to B{{[0-9]+}} if true, B[[AFTER:[0-9]+]] if false on [[C]]
// CHECK: {{%[0-9]+}} + {{%[0-9]+}} at
// CHECK: to B[[HEAD]]{{$}}
// CHECK: B[[AFTER]]:
// CHECK: end 'i'

void at_least_once(int n) {
  do
    fill(&n);
  while (n > 3);
}
// CHECK-LABEL: facts of at_least_once
// CHECK: call fill
// CHECK: [[C:%[0-9]+]] = {{%[0-9]+}} > {{%[0-9]+}}
// CHECK-NEXT: to B[[BACK:[0-9]+]] if true
// CHECK-NOT: zeroize
