// Where an exception of known type goes: to the handler that takes it, past
// those that do not. What a callee throws that is seen is known, too.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

struct base {};
struct derived : base {};
void mayThrow();
static void throwsDerived() { throw derived(); }

void handled(int n) {
  SECRET unsigned char key[16];
  try {
    fill(key);
    if (n)
      throw derived();
    throwsDerived();
    mayThrow();
    throw 1;
  } catch (base &) {
    use("base");
  } catch (char) {
    use("char");
  }
}
// CHECK-LABEL: facts of handled{{$}}
// CHECK: throw to [[BASE:B[0-9]+]] at
// CHECK: call throwsDerived() body throws to [[BASE]] at
// CHECK: call mayThrow() throws to [[ALL:B[0-9]+]] at
// CHECK: throw past handlers at
// CHECK: [[ALL]]:
// CHECK-NEXT: to [[BASE]], B{{[0-9]+}}, B0{{$}}
// CHECK-NEXT: [[BASE]]:
// CHECK: call use({{%[0-9]+}}) at [[#@LINE-13]]:
