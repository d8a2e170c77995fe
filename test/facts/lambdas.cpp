// A closure is a record: captures are its fields, and its body has facts of its
// own.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

void by_copy() {
  unsigned char key[16];
  fill(key);
  auto closure = [key] { use(key); };
  closure();
}
// CHECK-LABEL: facts of by_copy{{$}}
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)
// CHECK: capture {{%[0-9]+}} of 'key' at
// CHECK: {{%[0-9]+}} = call by_copy::operator()() body

void by_reference() {
  unsigned char key[16];
  fill(key);
  auto closure = [&key] { explicit_bzero(key, sizeof(key)); };
  closure();
}
// CHECK-LABEL: facts of by_reference{{$}}
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 8 bytes initial
// CHECK: {{%[0-9]+}} = call by_reference::operator()() body

struct record {
  unsigned char key[16];
};

void by_initializer(SECRET record &r) {
  auto closure = [copy = r, &alias = r] { use(&copy); };
  closure();
}
// CHECK-LABEL: facts of by_initializer{{$}}
// CHECK: capture {{%[0-9]+}} at
// CHECK: {{%[0-9]+}} = call by_initializer::operator()() body

struct owner {
  SECRET unsigned char key[16];
  void wipe() {
    auto closure = [this] { explicit_bzero(key, sizeof(key)); };
    closure();
  }
};
// CHECK-LABEL: facts of owner::wipe{{$}}
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 8 bytes initial
// CHECK: {{%[0-9]+}} = call owner::wipe::operator()() body
