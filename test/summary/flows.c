// What a callee copies, brings, returns and stores.
// RUN: %secret-audit --dump-summaries %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

struct box {
  unsigned char *p;
  int n;
};
static unsigned char *global;

static void copy(unsigned char *to, const unsigned char *from) {
  memcpy(to, from, 32);
}
// CHECK-LABEL: summary of copy{{$}}
// CHECK-NEXT: case
// CHECK-NEXT: writes parameter 0->[0] [0, 32) as parameter 1->[0] [0, 32)
// CHECK-NEXT: returns

static void copy_half(unsigned char *to, const unsigned char *from) {
  memcpy(to + 16, from, 16);
}
// CHECK-LABEL: summary of copy_half{{$}}
// CHECK: writes parameter 0->[0] [16, 32) as parameter 1->[0] [0, 16)

static int bring(unsigned char *k) {
  if (check())
    return -1;
  fill(k);
  return 0;
}
// CHECK-LABEL: summary of bring opaque
// CHECK-NEXT: case
// CHECK-NEXT: returns -1
// CHECK-NEXT: case
// CHECK-NEXT: writes parameter 0->[0] [0, end) secret
// CHECK-NEXT: keeps parameter 0->[0]
// CHECK-NEXT: returns 0

static unsigned mixed(const unsigned char *s) { return s[0] ^ s[5]; }
// CHECK-LABEL: summary of mixed{{$}}
// CHECK: returns unknown as parameter 0->[0] [0, 1) as parameter 0->[0] [5, 6)

static int length(const char *s) { return strlen(s); }
// CHECK-LABEL: summary of length{{$}}
// CHECK: returns unknown{{$}}

static unsigned tagged(SECRET const unsigned char *s) { return s[0]; }
// CHECK-LABEL: summary of tagged{{$}}
// CHECK: returns unknown secret

static int plus(int n) { return n + 3; }
// CHECK-LABEL: summary of plus{{$}}
// CHECK: returns parameter 0 + 3

static int seven(void) { return 7; }
// CHECK-LABEL: summary of seven{{$}}
// CHECK: returns 7

static unsigned char *same(unsigned char *p) { return p; }
// CHECK-LABEL: summary of same{{$}}
// Whether it is null, the argument says.
// CHECK: returns pointer to parameter 0->[0]{{$}}

static const char *or_empty(int there, const char *p) { return there ? p : ""; }
// A literal is nothing to a caller.
// CHECK-LABEL: summary of or_empty{{$}}
// CHECK: returns pointer to parameter 1->[0] or null

static unsigned char *either(int n, unsigned char *p, struct box *b) {
  return n ? p : b->p;
}
// CHECK-LABEL: summary of either{{$}}
// CHECK: returns pointer to parameter 1->[0] or parameter 2->[0]->[0] or null

char *strcpy(char *, const char *);
static void print(char *to, const char *from) { strcpy(to, from); }
// CHECK-LABEL: summary of print{{$}}
// CHECK: writes parameter 0->[0] [0, end) as parameter 1->[0] [0, end){{.*}} as a string

static void put(struct box *b, unsigned char *p) {
  b->p = p;
  b->n = 32;
}
// CHECK-LABEL: summary of put{{$}}
// CHECK: stores parameter 0->[0] at 0: pointer to parameter 1->[0]{{$}}
// CHECK: stores parameter 0->[0] at 8: 32
// CHECK: keeps parameter 1->[0]

static void put_global(unsigned char *p) { global = p; }
// CHECK-LABEL: summary of put_global{{$}}
// CHECK: stores global c:{{.*}}@global at 0: pointer to parameter 0->[0]{{$}}
// CHECK: keeps parameter 0->[0]

void root(SECRET unsigned char *k, struct box *b) {
  copy(k, k);
  copy_half(k, k);
  bring(k);
  mixed(k);
  length((char *)k);
  tagged(k);
  plus(seven());
  put(b, same(k));
  put_global(k);
  either(1, k, b);
  print((char *)k, or_empty(1, (char *)k));
}
