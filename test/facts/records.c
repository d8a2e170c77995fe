// Fields are addresses with an offset and a size; members of a union share theirs.
// RUN: %secret-audit --dump-facts %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

union word {
  unsigned char bytes[8];
  unsigned short half;
};
struct session {
  int id;
  SECRET unsigned char key[32];
};
struct packet {
  size_t size;
  SECRET unsigned char body[];
};

void a_union(void) {
  union word w;
  fill(w.bytes);
  w.half = 3;
}
// CHECK-LABEL: facts of a_union
// CHECK: object 0 local 'w' 8 bytes{{$}}
// CHECK: [[BYTES:%[0-9]+]] = {{%[0-9]+}} + 0, 8 bytes
// CHECK: call fill([[BYTES]] secret)
// CHECK: [[HALF:%[0-9]+]] = {{%[0-9]+}} + 0, 2 bytes
// CHECK: store [[HALF]] = {{%[0-9]+}}, 2 bytes

void a_field(struct session *s) { fill(s->key); }
// CHECK-LABEL: facts of a_field
// CHECK: object 0 parameter 's' 8 bytes{{$}}
// CHECK: [[S:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes
// CHECK: [[KEY:%[0-9]+]] = [[S]] + 4, 32 bytes
// CHECK: call fill([[KEY]] secret)

void a_flexible_array(struct packet *p, size_t i) { p->body[i] = 1; }
// CHECK-LABEL: facts of a_flexible_array
// CHECK: [[P:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes
// CHECK: [[BODY:%[0-9]+]] = [[P]] + 8, ? bytes
// CHECK: [[I:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes
// CHECK: [[AT:%[0-9]+]] = [[BODY]] + [[I]] * 1
// CHECK: store [[AT]] = {{%[0-9]+}}, 1 bytes

void an_array_of_records(struct session *s, int i) {
  struct session t[2];
  fill(s[i].key);
  t[1].key[3] = 5;
  t[0] = s[1];
}
// CHECK-LABEL: facts of an_array_of_records
// CHECK: local 't' 72 bytes secret[4, 36) secret[40, 72)
// CHECK: [[EACH:%[0-9]+]] = {{%[0-9]+}} + {{%[0-9]+}} * 36 record
// CHECK: [[KEY:%[0-9]+]] = [[EACH]] + 4, 32 bytes
// CHECK: call fill([[KEY]] secret)
// CHECK: [[KEY1:%[0-9]+]] = {{%[0-9]+}} + 4, 32 bytes
// CHECK: [[BYTE:%[0-9]+]] = [[KEY1]] + {{%[0-9]+}} * 1
// CHECK: store [[BYTE]] = {{%[0-9]+}}, 1 bytes
// CHECK: copy {{%[0-9]+}} = *{{%[0-9]+}}, 36 bytes at [[#@LINE-10]]:3

void by_value(struct session s) { use(&s); }
// CHECK-LABEL: facts of by_value
// CHECK: parameter 's' 36 bytes secret[4, 36)
// CHECK: end 's'
