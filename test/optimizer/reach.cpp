// Code is made only for what has to do with a zeroization. Whoever names its
// function, in whatever way, or what is local to the file, has to do with it.
// RUN: %secret-audit --quiet --dump-evidence %s -- -O2 -w | %FileCheck %s
#include <cstddef>
#include <cstring>
#define SECRET [[clang::annotate("secret")]]
using u8 = unsigned char;
void fill(u8 *p, size_t n) noexcept;
int unrelated() { return 3; }

// A buffer that another function reads, and a twin that nobody reads.
SECRET static u8 read_later[32];
SECRET static u8 never_read[32];
u8 next_byte() noexcept;
void wipe_read() {
  read_later[3] = next_byte();
  std::memset(read_later, 0, 32);
  // CHECK: at reach.cpp:[[#@LINE-1]]:3: kept at -O2
}
void wipe_unread() {
  never_read[3] = next_byte();
  std::memset(never_read, 0, 32);
  // CHECK: at reach.cpp:[[#@LINE-1]]:3: removed by GlobalOptPass at -O2
}
u8 reads() { return read_later[3]; }

struct Key {
  Key() noexcept { fill(bytes, sizeof bytes); }
  ~Key() { std::memset(bytes, 0, sizeof bytes); }
  // CHECK: at reach.cpp:[[#@LINE-1]]:12: removed by DSEPass at -O2
  // CHECK-NEXT: removed by DSEPass in _Z5boxedv from
  // CHECK-NEXT: removed by DSEPass in _Z5localv from
  // CHECK-NEXT: removed by DSEPass in _Z6memberv from
  SECRET u8 bytes[32];
};
void local() { Key k; }
struct Holder {
  int n = 0;
  Key key;
};
void member() { Holder h; }
template <typename T> struct Box {
  T held;
  template <typename F> void with(F f) { f(held); }
};
void boxed() {
  Box<Key> b;
  b.with([](Key &k) { fill(k.bytes, 0); });
}

// Called through a table only.
static void by_table(u8 *p) {
  SECRET u8 k[32];
  fill(k, 32);
  p[0] = k[0];
  std::memset(k, 0, sizeof k);
  // CHECK: at reach.cpp:[[#@LINE-1]]:3: removed by DSEPass at -O2
  // CHECK-NEXT: removed by DSEPass in _ZL8by_tablePh
}
struct Operations {
  void (*run)(u8 *);
};
extern const Operations operations;
const Operations operations = {by_table};
void use_table(u8 *p) { operations.run(p); }
