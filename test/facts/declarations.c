// Declarations: VLAs, compound literals, static locals, K&R parameters, typeof.
// RUN: %secret-audit --dump-facts %s -- -std=gnu17 -Wno-deprecated-non-prototype | %FileCheck %s
#include "../Inputs/mock.h"

void vla(size_t n) {
  unsigned char k[n];
  fill(k);
}
// CHECK-LABEL: facts of vla
// CHECK: local 'k' ? bytes
// CHECK: declare 'k' at [[#@LINE-5]]
// CHECK: end 'k'

void compound_literal(void) { fill((unsigned char[4]){0}); }
// CHECK-LABEL: facts of compound_literal
// CHECK: object 0 temporary 'a compound literal' 4 bytes
// CHECK: declare 'a compound literal'
// CHECK: zeroize {{%[0-9]+}} initial
// CHECK: [[T:%[0-9]+]] = &'a compound literal'
// CHECK: call fill([[T]] secret)

void static_local(void) {
  static SECRET unsigned char k[4];
  fill(k);
}
// CHECK-LABEL: facts of static_local
// CHECK: object 0 static local 'k' 4 bytes secret[0, 4)
// CHECK-NOT: declare
// CHECK-NOT: end

int old_style(p, n)
  unsigned char *p SECRET;
  int n;
{
  return use(p) + n;
}
// CHECK-LABEL: facts of old_style
// CHECK: parameter 'p' 8 bytes secret*
// CHECK: parameter 'n' 4 bytes{{$}}
// CHECK: call use

void type_of(void) {
  SECRET unsigned char k[32];
  __typeof__(k) copy;
  memcpy(copy, k, sizeof(copy));
}
// CHECK-LABEL: facts of type_of
// CHECK: local 'k' 32 bytes secret[0, 32)
// CHECK: local 'copy' 32 bytes{{$}}
