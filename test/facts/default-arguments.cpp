// A default argument is evaluated at the call.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

extern unsigned char shared[8];
void wipe(unsigned char *key, size_t size = 2 * 8);
void wipe_shared(unsigned char *key = shared, size_t size = sizeof(shared));

void calls() {
  unsigned char key[16];
  fill(key);
  wipe(key);
  wipe(key, 4);
  wipe_shared();
}
// CHECK-LABEL: facts of calls{{$}}
// CHECK: {{%[0-9]+}} = &'key'
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)
// CHECK: {{%[0-9]+}} = &'key'
// CHECK: {{%[0-9]+}} = 2
// CHECK: {{%[0-9]+}} = 8
// CHECK: {{%[0-9]+}} = {{%[0-9]+}} * {{%[0-9]+}}
// CHECK: {{%[0-9]+}} = call wipe({{%[0-9]+}}, {{%[0-9]+}}) zeroizes throws
// CHECK: {{%[0-9]+}} = &'key'
// CHECK: {{%[0-9]+}} = 4
// CHECK: {{%[0-9]+}} = call wipe({{%[0-9]+}}, {{%[0-9]+}}) zeroizes throws
// CHECK: {{%[0-9]+}} = &'shared'
// CHECK: {{%[0-9]+}} = &'shared'
// CHECK: {{%[0-9]+}} = 8
// CHECK: {{%[0-9]+}} = call wipe_shared({{%[0-9]+}}, {{%[0-9]+}}) zeroizes throws
