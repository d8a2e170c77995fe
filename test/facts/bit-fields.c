// A bit-field has the bytes that its bits lie in, no more. Today it has the bytes
// of its declared type, which overlap the next field.
// RUN: %secret-audit --dump-facts %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

struct bits {
  SECRET unsigned pin : 16;
  unsigned char public : 8;
  SECRET unsigned char key[5];
};

void writes(struct bits *b) {
  b->pin = 3;
  b->public = 4;
}
// CHECK-LABEL: facts of writes
// CHECK: [[PIN:%[0-9]+]] = {{%[0-9]+}} + 0, 2 bytes
// CHECK: store [[PIN]] = {{%[0-9]+}}, 2 bytes
// CHECK: [[PUBLIC:%[0-9]+]] = {{%[0-9]+}} + 2, 1 bytes
// CHECK: store [[PUBLIC]] = {{%[0-9]+}}, 1 bytes
