// Conditional operators, statement expressions and macros.
// RUN: %secret-audit --dump-facts %s -- -std=gnu17 | %FileCheck %s
#include "../Inputs/mock.h"

#define WIPE(A) explicit_bzero(A, sizeof(A))

int conditional(int n, SECRET const int *key) {
  return n ? *key : 3;
}
// CHECK-LABEL: facts of conditional
// CHECK: to B[[YES:[0-9]+]] if true, B[[NO:[0-9]+]] if false
// CHECK-DAG: [[KEY:%[0-9]+]] = load {{%[0-9]+}}, 4 bytes at [[#@LINE-4]]:14
// CHECK-DAG: [[THREE:%[0-9]+]] = 3 at
// CHECK: [[R:%[0-9]+]] = choose [[KEY]] [[THREE]]
// CHECK: return [[R]]

int elvis(SECRET const int *key) { return *key ?: 5; }
// CHECK-LABEL: facts of elvis
// CHECK: [[KEY:%[0-9]+]] = load {{%[0-9]+}}, 4 bytes at [[#@LINE-2]]:43
// CHECK-NEXT: to B{{[0-9]+}} if true, B{{[0-9]+}} if false on [[KEY]]
// CHECK: [[FIVE:%[0-9]+]] = 5 at
// CHECK: [[R:%[0-9]+]] = choose [[FIVE]] [[KEY]]
// CHECK: return [[R]]

int logical(int a, SECRET const int *key) { return a && *key; }
// CHECK-LABEL: facts of logical
// CHECK: to B[[RIGHT:[0-9]+]] if true, B[[JOIN:[0-9]+]] if false
// CHECK: B[[JOIN]]:
// CHECK-NEXT: [[R:%[0-9]+]] = choose
// CHECK: return [[R]]

int comma(SECRET const int *key) { return (use(key), 4); }
// CHECK-LABEL: facts of comma
// CHECK: call use
// CHECK: [[FOUR:%[0-9]+]] = 4 at
// CHECK: return [[FOUR]]

int statement_expression(int n) {
  return ({
    unsigned char k[4];
    fill(k);
    n + 1;
  });
}
// CHECK-LABEL: facts of statement_expression
// CHECK: declare 'k'
// CHECK: [[SUM:%[0-9]+]] = {{%[0-9]+}} + {{%[0-9]+}} at
// CHECK-NEXT: end 'k' at [[#@LINE-5]]
// CHECK-NEXT: return [[SUM]]

void macro(void) {
  unsigned char k[4];
  fill(k);
  WIPE(k);
}
// CHECK-LABEL: facts of macro
// CHECK: [[SIZE:%[0-9]+]] = 4 at [[#@LINE-3]]:3
// CHECK-NEXT: call explicit_bzero({{%[0-9]+}}, [[SIZE]]) model {{.*}} at [[#@LINE-4]]:3

void sizes(SECRET unsigned char *p) { explicit_bzero(p, sizeof(p)); }
// CHECK-LABEL: facts of sizes
// CHECK: [[N:%[0-9]+]] = 8 sizeof-pointer
// CHECK-NEXT: call explicit_bzero({{%[0-9]+}}, [[N]])

int compares(SECRET const int *key) { return key != NULL && !(*key < 3); }
// CHECK-LABEL: facts of compares
// CHECK: {{%[0-9]+}} != {{%[0-9]+}}
// CHECK: [[LESS:%[0-9]+]] = {{%[0-9]+}} < {{%[0-9]+}}
// CHECK: = ![[LESS]]

unsigned arithmetic(SECRET const unsigned *key) { return (*key ^ 5) * 3 - 1; }
// CHECK-LABEL: facts of arithmetic
// CHECK: [[XOR:%[0-9]+]] = {{%[0-9]+}} op {{%[0-9]+}}
// CHECK: [[PRODUCT:%[0-9]+]] = [[XOR]] * {{%[0-9]+}}
// CHECK: = [[PRODUCT]] - {{%[0-9]+}}
