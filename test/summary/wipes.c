// What a callee zeroizes: how reliably, and how much in terms of its parameters.
// RUN: %secret-audit --dump-summaries %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

static void clear(void *p, size_t n) { memset(p, 0, n); }
// CHECK-LABEL: summary of clear{{$}}
// CHECK-NEXT: case
// CHECK-NEXT: zeroizes parameter 0->[0] [0, end) length parameter 1 + 0 elidably
// CHECK-NEXT: returns

static void wipe(size_t n, void *p) { explicit_bzero(p, n); }
// CHECK-LABEL: summary of wipe{{$}}
// CHECK: zeroizes parameter 1->[0] [0, end) length parameter 0 + 0 reliably out of sight{{$}}

static void wipe_more(void *p, size_t n) { explicit_bzero(p, n + 8); }
// CHECK-LABEL: summary of wipe_more{{$}}
// CHECK: zeroizes parameter 0->[0] [0, end) length parameter 1 + 8 reliably

static void wipe16(void *p) { explicit_bzero(p, 16); }
// CHECK-LABEL: summary of wipe16{{$}}
// CHECK: zeroizes parameter 0->[0] [0, 16) reliably

static void wipe_through_two(void *p) { wipe16(p); }
// CHECK-LABEL: summary of wipe_through_two{{$}}
// CHECK: zeroizes parameter 0->[0] [0, 16) reliably out of sight{{$}}

static void wipe_middle(unsigned char *p) { explicit_bzero(p + 4, 8); }
// CHECK-LABEL: summary of wipe_middle{{$}}
// CHECK: zeroizes parameter 0->[0] [4, 12) reliably

static void wipe_loop(volatile unsigned char *p, size_t n) {
  while (n--)
    *p++ = 0;
}
// CHECK-LABEL: summary of wipe_loop{{$}}
// CHECK: zeroizes parameter 0->[0] [0, end) length parameter 1 + 0 reliably{{$}}

static void wipe_through(unsigned char **p) { explicit_bzero(*p, 32); }
// CHECK-LABEL: summary of wipe_through{{$}}
// CHECK: zeroizes parameter 0->[0]->[0] [0, 32) reliably

static void clear_and_keep(unsigned char *p) {
  memset(p, 0, 32);
  use(p);
}
// CHECK-LABEL: summary of clear_and_keep opaque
// CHECK: zeroizes parameter 0->[0] [0, 32) reliably

static void wipe_if(unsigned char *p) {
  if (!p)
    return;
  explicit_bzero(p, 32);
}
// CHECK-LABEL: summary of wipe_if{{$}}
// CHECK-DAG: if parameter 0 is 0
// CHECK-DAG: if parameter 0 is not 0
// CHECK-DAG: zeroizes parameter 0->[0] [0, 32) reliably

struct ctx {
  int id;
  struct key {
    int size;
    unsigned char bytes[16];
  } *key;
};
static void wipe_at(struct ctx *c) { explicit_bzero(c->key->bytes, 16); }
// CHECK-LABEL: summary of wipe_at{{$}}
// CHECK: zeroizes parameter 0->[0]->[8] [4, 20) reliably

struct node {
  struct node *next;
  unsigned char bytes[16];
};
static void wipe_next(struct node *n) { explicit_bzero(n->next->bytes, 16); }
// A list's next node is as good as the node itself.
// CHECK-LABEL: summary of wipe_next{{$}}
// CHECK: zeroizes parameter 0->[0] [8, 24) reliably

static void wipe_and_clobber(unsigned char *k) {
  memset(k, 0, 16);
  __asm__ volatile("" : : : "memory");
}
// CHECK-LABEL: summary of wipe_and_clobber opaque
// CHECK: zeroizes parameter 0->[0] [0, 16) elidably before an opaque call

static int wipe_some(void *p, size_t n) {
  if (!p || n == 0)
    return -1;
  explicit_bzero(p, n);
  return 0;
}
// No bytes are no case of their own.
// CHECK-LABEL: summary of wipe_some{{$}}
// CHECK-NEXT: case
// CHECK-NEXT: if parameter 0 is 0
// CHECK-NEXT: returns -1
// CHECK-NEXT: case
// CHECK-NEXT: if parameter 0 is not 0
// CHECK-NEXT: zeroizes parameter 0->[0] [0, end) length parameter 1 + 0 reliably out of sight
// CHECK-NEXT: returns unknown

static void wipe_many(void *p, size_t n) {
  if (n > 8)
    explicit_bzero(p, n);
}
// CHECK-LABEL: summary of wipe_many{{$}}
// CHECK: if parameter 1 >= 9
// CHECK: zeroizes parameter 0->[0]

void root(SECRET unsigned char *k, struct ctx *c, struct node *n) {
  clear(k, 1);
  wipe(1, k);
  wipe_more(k, 1);
  wipe16(k);
  wipe_through_two(k);
  wipe_middle(k);
  wipe_loop(k, 1);
  wipe_through(&k);
  clear_and_keep(k);
  wipe_if(k);
  wipe_at(c);
  wipe_next(n);
  wipe_and_clobber(k);
  wipe_some(k, 1);
  wipe_many(k, 1);
}
