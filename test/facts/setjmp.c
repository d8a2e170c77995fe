// setjmp is a call that branches; longjmp does not return.
// RUN: %secret-audit --dump-facts %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

typedef long jmp_buf[32];
int setjmp(jmp_buf) __attribute__((returns_twice));
void longjmp(jmp_buf, int) __attribute__((noreturn));
static jmp_buf env;

int jumps(int n) {
  unsigned char k[4];
  if (setjmp(env))
    return -1;
  fill(k);
  if (n)
    longjmp(env, 1);
  return 0;
}
// CHECK-LABEL: facts of jumps
// CHECK: [[TWICE:%[0-9]+]] = call setjmp(
// CHECK-NEXT: to B[[AGAIN:[0-9]+]] if true, B[[FIRST:[0-9]+]] if false on [[TWICE]]
// CHECK: B[[AGAIN]]:
// CHECK: end 'k' at [[#@LINE-10]]:5
// CHECK: B[[FIRST]]:
// CHECK: call fill
// CHECK: call longjmp
// CHECK-NOT: end 'k' at [[#@LINE-11]]
// CHECK: return
