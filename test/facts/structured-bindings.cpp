// The names of a structured binding are parts of one hidden variable.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

struct record {
  SECRET unsigned char key[16];
  int id;
};
record make();

void copy() {
  auto [key, id] = make();
  explicit_bzero(key, sizeof(key));
}
// CHECK-LABEL: facts of copy{{$}}
// CHECK: {{%[0-9]+}} = call make() throws
// CHECK: declare '[key, id]'
// CHECK: copy {{%[0-9]+}} = *{{%[0-9]+}}, 20 bytes initial
// CHECK: {{%[0-9]+}} = call explicit_bzero({{%[0-9]+}}, {{%[0-9]+}}) model bsd.yaml
// CHECK: end '[key, id]'

void reference(record &r) {
  auto &[key, id] = r;
  fill(key);
}
// CHECK-LABEL: facts of reference{{$}}
// CHECK: {{%[0-9]+}} = load {{%[0-9]+}}, 8 bytes
// CHECK: {{%[0-9]+}} = load {{%[0-9]+}}, 8 bytes
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)

void array() {
  unsigned char keys[2][8];
  auto &[first, second] = keys;
  fill(first);
  fill(second);
}
// CHECK-LABEL: facts of array{{$}}
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)
