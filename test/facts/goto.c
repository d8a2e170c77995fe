// A goto leaves the scopes between it and its label; one inside the scope ends none.
// RUN: %secret-audit --dump-facts %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

int chain(int n) {
  unsigned char k[32];
  if (n < 0)
    goto out;
  fill(k);
out:
  explicit_bzero(k, sizeof(k));
  return n;
}
// CHECK-LABEL: facts of chain
// CHECK: declare 'k' at [[#@LINE-9]]:17
// CHECK: [[C:%[0-9]+]] = {{%[0-9]+}} < {{%[0-9]+}}
// CHECK-NEXT: to B[[GOTO:[0-9]+]] if true, B[[FILL:[0-9]+]] if false on [[C]]
// CHECK: B[[GOTO]]:
// CHECK-NEXT: to B[[OUT:[0-9]+]]{{$}}
// CHECK: B[[FILL]]:
// CHECK: call fill({{%[0-9]+}} secret)
// CHECK-NEXT: to B[[OUT]]{{$}}
// CHECK: B[[OUT]]:
// CHECK: call explicit_bzero({{.*}}) model
// CHECK: return {{%[0-9]+}} at [[#@LINE-13]]:3
// CHECK-NEXT: end 'k' at [[#@LINE-14]]:3

void out_of_scope(int n) {
  {
    unsigned char k[32];
    fill(k);
    if (n)
      goto out;
    use(k);
  }
out:;
}
// CHECK-LABEL: facts of out_of_scope
// CHECK: call fill
// CHECK: to B[[GOTO:[0-9]+]] if true, B[[STAY:[0-9]+]] if false
// CHECK: B[[GOTO]]:
// CHECK-NEXT: end 'k' at [[#@LINE-9]]:7
// CHECK: B[[STAY]]:
// CHECK: call use
// CHECK: end 'k' at [[#@LINE-10]]:3

void backwards(int n) {
again:
  fill(&n);
  if (n)
    goto again;
}
// CHECK-LABEL: facts of backwards
// CHECK: to B[[AGAIN:[0-9]+]]{{$}}
// CHECK-NEXT: B[[AGAIN]]:
// CHECK: call fill
// CHECK: to B[[BACK:[0-9]+]] if true
// CHECK-NEXT: B[[BACK]]:
// CHECK-NEXT: to B[[AGAIN]]{{$}}
