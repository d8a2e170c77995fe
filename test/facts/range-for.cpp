// A loop over a range that writes zeros is one zeroization; others take their
// elements from it.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

void zeros() {
  unsigned char key[16];
  fill(key);
  for (auto &each : key)
    each = 0;
}
// CHECK-LABEL: facts of zeros{{$}}
// CHECK: zeroize {{%[0-9]+}} loop

void volatile_zeros() {
  unsigned char key[16];
  fill(key);
  for (volatile unsigned char &each : key)
    each = 0;
}
// CHECK-LABEL: facts of volatile_zeros{{$}}
// CHECK: zeroize {{%[0-9]+}} loop volatile

void copies() {
  unsigned char key[16];
  fill(key);
  for (unsigned char each : key)
    use(&each);
}
// CHECK-LABEL: facts of copies{{$}}
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 8 bytes initial
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 8 bytes initial
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 4 bytes initial
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 8 bytes initial
// CHECK: declare 'each'
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 1 bytes initial
// CHECK: {{%[0-9]+}} = call use({{%[0-9]+}})
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 8 bytes
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 4 bytes initial
