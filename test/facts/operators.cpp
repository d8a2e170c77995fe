// An operator is a call of its function, on its object.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

struct key {
  unsigned char bytes[16];
  key &operator=(const key &other);
  unsigned char &operator[](int at) { return bytes[at]; }
  void operator()(SECRET const unsigned char *from);
  operator const unsigned char *() const { return bytes; }
  key *operator->() { return this; }
};
key operator+(const key &a, const key &b);

void all(SECRET const unsigned char *from, key &to) {
  key k;
  k(from);
  k[3] = 0;
  to = k;
  use(k);
  use(k->bytes);
  to = k + to;
}
// CHECK-LABEL: facts of all{{$}}
// CHECK: {{%[0-9]+}} = call key::operator()({{%[0-9]+}} secret) throws
// CHECK: {{%[0-9]+}} = call key::operator[]({{%[0-9]+}}) body
// CHECK: {{%[0-9]+}} = call key::operator=({{%[0-9]+}}) throws
// CHECK: {{%[0-9]+}} = call key::operator const unsigned char *() body
// CHECK: {{%[0-9]+}} = call use({{%[0-9]+}})
// CHECK: {{%[0-9]+}} = call key::operator->() body
// CHECK: {{%[0-9]+}} = call use({{%[0-9]+}})
// CHECK: {{%[0-9]+}} = call operator+({{%[0-9]+}}, {{%[0-9]+}}) throws
// CHECK: {{%[0-9]+}} = call key::operator=({{%[0-9]+}}) throws
