// Destructors, templates and the library: what is inlined has an instance at
// each place.
// RUN: %secret-audit --quiet --dump-evidence %s -- -O2 -std=c++17 | %FileCheck %s
#include <algorithm>
#include <cstring>
#define SECRET [[secret]]
typedef unsigned char u8;
void fill(u8 *p, size_t n);
void may(int);

struct Owner {
  SECRET u8 *p;
  Owner() : p(new u8[32]) { fill(p, 32); }
  ~Owner() {
    memset(p, 0, 32);
    // CHECK: at cxx.cpp:[[#@LINE-1]]:5: partial by DSEPass
    // CHECK-NEXT: removed by DSEPass in _Z5ownerv from cxx.cpp:[[#OWNER:]]:
    // CHECK-NEXT: kept in _Z5ownerv from cxx.cpp:[[#OWNER]]:
    delete[] p;
  }
};
void owner() {
  Owner o;
  may(1);
}

struct Field {
  SECRET u8 b[32];
  Field() { fill(b, 32); }
  ~Field() {
    memset(b, 0, 32);
    // CHECK: at cxx.cpp:[[#@LINE-1]]:5: removed by DSEPass
    // CHECK-NEXT: removed by DSEPass in _Z5fieldv
    // CHECK-NEXT: removed by DSEPass in _Z5fieldv
  }
};
void field() {
  Field f;
  may(1);
}

struct Outside {
  SECRET u8 b[32];
  Outside() { fill(b, 32); }
  ~Outside();
};
Outside::~Outside() {
  memset(b, 0, 32);
  // CHECK: at cxx.cpp:[[#@LINE-1]]:3: kept
}

void library() {
  SECRET u8 k[32];
  fill(k, 32);
  std::fill(k, k + 32, 0);
  // CHECK: at cxx.cpp:[[#@LINE-1]]:3: removed by DSEPass
}

template <class T> void wipe(T &t) { memset(&t, 0, sizeof t); }
void of_template() {
  SECRET u8 k[32];
  fill(k, 32);
  wipe(k);
  // CHECK: at cxx.cpp:[[#@LINE-1]]:3: removed by DSEPass
}

struct Guard {
  u8 *p;
  size_t n;
  ~Guard() { memset(p, 0, n); }
};
void guarded() {
  SECRET u8 k[32];
  Guard g{k, 32};
  // CHECK: at cxx.cpp:[[#@LINE-1]]:9: removed by DSEPass
  // CHECK-NEXT: removed by DSEPass in _Z7guardedv from cxx.cpp:
  fill(k, 32);
  may(1);
}
