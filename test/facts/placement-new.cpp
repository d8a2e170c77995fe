// Placement new makes an object in memory that is there; its end is a call of
// the destructor.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

void *operator new(size_t, void *at) noexcept;

struct key {
  key() { fill(bytes); }
  ~key();
  unsigned char bytes[16];
};

void in_buffer() {
  alignas(key) unsigned char room[sizeof(key)];
  key *k = new (room) key;
  k->~key();
}
// CHECK-LABEL: facts of in_buffer{{$}}
// CHECK: declare 'room'
// CHECK: {{%[0-9]+}} = call key::key() body
// CHECK: declare 'k'
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 8 bytes initial
// CHECK: {{%[0-9]+}} = call key::~key()
// CHECK: end 'k'
// CHECK: end 'room'

void on_heap() {
  key *k = new key;
  delete k;
}
// CHECK-LABEL: facts of on_heap{{$}}
// CHECK: {{%[0-9]+}} = call operator new({{%[0-9]+}}) model cxx.yaml:{{[0-9]+}} throws
// CHECK: {{%[0-9]+}} = call key::key() body
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 8 bytes initial
// CHECK: {{%[0-9]+}} = call key::~key()
// CHECK: {{%[0-9]+}} = call operator delete({{%[0-9]+}}) model cxx.yaml
