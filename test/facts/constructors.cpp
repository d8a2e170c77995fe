// Constructors run on the object they make: members and bases at their offsets,
// initializers before the body.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

struct part {
  part(int n) : n(n) {}
  int n;
};

struct base {
  base(SECRET const unsigned char *from);
  unsigned char key[16];
};

struct whole : base {
  whole(SECRET const unsigned char *from)
      : base(from), first(1), second(2) {
    fill(key);
  }
  part first, second;
  int zero = 0;
};
// CHECK-LABEL: facts of whole::whole{{$}}
// CHECK: {{%[0-9]+}} = call base::base({{%[0-9]+}} secret) throws
// CHECK: {{%[0-9]+}} = call part::part({{%[0-9]+}}) body
// CHECK: {{%[0-9]+}} = call part::part({{%[0-9]+}}) body
// CHECK: store {{%[0-9]+}} = {{%[0-9]+}}, 4 bytes initial
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)

struct delegating : whole {
  delegating(SECRET const unsigned char *from, int) : delegating(from) {}
  using whole::whole;
  delegating(SECRET const unsigned char *from) : whole(from) {}
};
// CHECK-LABEL: facts of delegating::delegating{{$}}
// CHECK: {{%[0-9]+}} = call delegating::delegating({{%[0-9]+}} secret) body

void local(SECRET const unsigned char *from) {
  whole object(from);
  use(&object);
}
// CHECK-LABEL: facts of local{{$}}
// CHECK: declare 'object'
// CHECK: {{%[0-9]+}} = call whole::whole({{%[0-9]+}} secret) body
// CHECK: {{%[0-9]+}} = call use({{%[0-9]+}})
// CHECK: end 'object'
