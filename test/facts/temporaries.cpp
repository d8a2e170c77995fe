// A temporary ends with its full-expression, unless another object takes its
// place or the callee's parameter does.
// RUN: %secret-audit --dump-facts %s -- -std=c++14 | %FileCheck %s
#include "../Inputs/mock.h"

struct key {
  key() { fill(bytes); }
  key(key &&other);
  ~key() { use(bytes); }
  unsigned char bytes[16];
};
int take(key k);

int within() { return use(key().bytes); }
// CHECK-LABEL: facts of within{{$}}
// CHECK: declare 'a temporary'
// CHECK: {{%[0-9]+}} = call key::key() body
// CHECK: {{%[0-9]+}} = call use({{%[0-9]+}})
// CHECK: {{%[0-9]+}} = call key::~key() body
// CHECK: end 'a temporary'

void extended() {
  const key &k = key();
  use(&k);
}
// CHECK-LABEL: facts of extended{{$}}
// CHECK: {{%[0-9]+}} = call key::key() body
// CHECK: {{%[0-9]+}} = call use({{%[0-9]+}})
// CHECK: end 'k'

void becomes_local() { key k = key(); }
// CHECK-LABEL: facts of becomes_local{{$}}
// CHECK: declare 'k'
// CHECK: {{%[0-9]+}} = call key::key() body
// CHECK: {{%[0-9]+}} = call key::~key() body
// CHECK: end 'k'

key returned() { return key(); }
// CHECK-LABEL: facts of returned{{$}}
// CHECK: declare 'a temporary'
// CHECK: {{%[0-9]+}} = call key::key() body
// CHECK: return {{%[0-9]+}}

void argument() { take(key()); }
// CHECK-LABEL: facts of argument{{$}}
// CHECK: declare 'a temporary'
// CHECK: {{%[0-9]+}} = call key::key() body
// CHECK: {{%[0-9]+}} = call take({{%[0-9]+}}) throws
// CHECK: {{%[0-9]+}} = call key::~key() body
