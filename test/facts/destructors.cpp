// What ends an object's life: its destructor, then its members and bases, the
// last first; implicit ones too.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

struct base {
  virtual ~base();
  SECRET int pin;
};

struct member {
  ~member();
};

struct derived : base {
  ~derived() override { use(this); }
  member first, second;
};
// CHECK-LABEL: facts of derived::~derived{{$}}
// CHECK: {{%[0-9]+}} = call use({{%[0-9]+}})
// CHECK: {{%[0-9]+}} = call member::~member()
// CHECK: {{%[0-9]+}} = call member::~member()
// CHECK: {{%[0-9]+}} = call base::~base()
// CHECK: end of this

struct implicit {
  implicit();
  implicit(const implicit &) = delete;
  member first, second;
  SECRET int pin;
};
// CHECK-LABEL: facts of implicit::~implicit{{$}}
// CHECK: {{%[0-9]+}} = call member::~member()
// CHECK: {{%[0-9]+}} = call member::~member()
// CHECK: end of this

void scope(bool early) {
  implicit object;
  if (early)
    return;
  use(&object);
}
// CHECK-LABEL: facts of scope{{$}}
// CHECK: declare 'object'
// CHECK: {{%[0-9]+}} = call implicit::implicit() throws
// CHECK: {{%[0-9]+}} = call member::~member()
// CHECK: {{%[0-9]+}} = call member::~member()
// CHECK: end 'object'
// CHECK: {{%[0-9]+}} = call use({{%[0-9]+}})
// CHECK: {{%[0-9]+}} = call member::~member()
// CHECK: {{%[0-9]+}} = call member::~member()
// CHECK: end 'object'
// CHECK: end 'early'

void deleted(derived *object) { delete object; }
// CHECK-LABEL: facts of deleted{{$}}
// CHECK: {{%[0-9]+}} = call derived::~derived() body
// CHECK: {{%[0-9]+}} = call operator delete({{%[0-9]+}}) model cxx.yaml

void array() {
  member objects[3];
  implicit other;
}
// CHECK-LABEL: facts of array{{$}}
// CHECK: {{%[0-9]+}} = call implicit::implicit() throws
// CHECK: {{%[0-9]+}} = call member::~member()
// CHECK: {{%[0-9]+}} = call member::~member()
// CHECK: end 'other'
// CHECK: {{%[0-9]+}} = call member::~member()
// CHECK: end 'objects'
