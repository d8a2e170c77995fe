// A reference is where it was bound.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

struct holder {
  unsigned char key[16];
};

void local() {
  holder h;
  holder &r = h;
  unsigned char(&k)[16] = r.key;
  fill(k);
}
// CHECK-LABEL: facts of local{{$}}
// CHECK: {{%[0-9]+}} = &'h'
// CHECK: {{%[0-9]+}} = &'h'
// CHECK: {{%[0-9]+}} = &'r'
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 8 bytes initial
// CHECK: {{%[0-9]+}} = &'r'
// CHECK: {{%[0-9]+}} = load {{%[0-9]+}}, 8 bytes
// CHECK: {{%[0-9]+}} = &'k'
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 8 bytes initial
// CHECK: {{%[0-9]+}} = &'k'
// CHECK: {{%[0-9]+}} = load {{%[0-9]+}}, 8 bytes
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)

void parameter(SECRET holder &h) { explicit_bzero(&h, sizeof(h)); }
// CHECK-LABEL: facts of parameter{{$}}
// CHECK: {{%[0-9]+}} = load {{%[0-9]+}}, 8 bytes
// CHECK: {{%[0-9]+}} = call explicit_bzero({{%[0-9]+}}, {{%[0-9]+}}) model bsd.yaml

holder &pass(SECRET holder &h) { return h; }
// CHECK-LABEL: facts of pass{{$}}
// CHECK: {{%[0-9]+}} = load {{%[0-9]+}}, 8 bytes
// CHECK: return {{%[0-9]+}}

void of_result(SECRET holder &h) { fill(pass(h).key); }
// CHECK-LABEL: facts of of_result{{$}}
// CHECK: {{%[0-9]+}} = call pass({{%[0-9]+}} secret) body
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)
