// Calls and throws of a constructor know how many bases and members are
// complete, and what destroys those; the class's own destructor is apart.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

void mayThrow();
struct base {
  base();
  ~base();
};
struct part {
  explicit part(int n);
  ~part();
  int n;
};

struct whole : base {
  whole() : first(1), second(2) {
    fill(key);
    if (first.n)
      throw 1;
    mayThrow();
  }
  ~whole() { explicit_bzero(key, sizeof(key)); }
  part first, second;
  SECRET unsigned char key[16];
};
// CHECK-LABEL: facts of whole::whole{{$}}
// CHECK: call base::base() throws at
// CHECK: call part::part({{%[0-9]+}}) throws built 1 at
// CHECK: call part::part({{%[0-9]+}}) throws built 2 at
// CHECK: call fill({{%[0-9]+}} secret) at
// CHECK: throw built 3 at
// CHECK: call mayThrow() throws built 3 at
// CHECK: destroys part 1:
// CHECK: call base::~base()
// CHECK: destroys part 2:
// CHECK: + 0, 4 bytes
// CHECK: call part::~part()
// CHECK: destroys part 3:
// CHECK: + 4, 4 bytes
// CHECK: call part::~part()
// CHECK: its destructor:
// CHECK: call whole::~whole() body

/// A handler of the whole constructor finds its parts gone, and throws again.
struct tried {
  tried() try : first(1) {
    fill(key);
    mayThrow();
  } catch (...) {
    use(key);
  }
  ~tried() { explicit_bzero(key, sizeof(key)); }
  part first;
  SECRET unsigned char key[16];
};
// CHECK-LABEL: facts of tried::tried{{$}}
// CHECK: call part::part({{%[0-9]+}}) throws to [[HANDLERS:B[0-9]+]] at
// CHECK: call mayThrow() throws to [[HANDLERS]] built 1 at
// CHECK: [[HANDLERS]]:
// CHECK: call use({{%[0-9]+}}) at
// CHECK-NEXT: throw at [[#@LINE-10]]:3
// CHECK: destroys part 1:

struct delegates {
  delegates() : delegates(1) {
    fill(key);
    mayThrow();
  }
  explicit delegates(int);
  ~delegates() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[16];
};
// CHECK-LABEL: facts of delegates::delegates{{$}}
// CHECK: call mayThrow() throws at
// CHECK-NOT: destroys part
// CHECK-NOT: its destructor

struct quiet {
  quiet() noexcept {
    fill(key);
    mayThrow();
  }
  ~quiet() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[16];
};
// CHECK-LABEL: facts of quiet::quiet{{$}}
// CHECK: call mayThrow() throws at
// CHECK-NOT: its destructor

void last(void) { SECRET unsigned char key[16]; fill(key); }
// CHECK-LABEL: facts of last{{$}}
