// Needed zeroizations that Clang removes, of blocks, members and parts.
// RUN: %exits 1 %secret-audit --quiet --optimizer=all --checks=secret-elidable-zeroization %s -- -O2 | %FileCheck %s --implicit-check-not warning:
#include <cstring>
typedef unsigned char u8;
#define SECRET [[clang::annotate("secret")]]
void fill(u8 *p);
int use(const u8 *);
extern "C" void explicit_bzero(void *, unsigned long);
extern u8 pub[32];

void block(u8 *to) {
  SECRET u8 *k = new u8[32];
  fill(k);
  std::memset(k, 0, 32);
  // CHECK: needed.cpp:[[#@LINE-1]]:3: warning: the zeroization of the block by 'memset' is removed by DSEPass at -O2 {{.*}}, though something may read
  std::memcpy(to, k, 32);
  delete[] k;
}
void block_wiped_again(u8 *to) {
  SECRET u8 *k = new u8[32];
  fill(k);
  std::memset(k, 0, 32);
  std::memcpy(to, k, 32);
  explicit_bzero(k, 32);
  delete[] k;
}

struct Key {
  ~Key() {
    std::memset(bytes, 0, 32);
    // CHECK: needed.cpp:[[#@LINE-1]]:5: warning: the zeroization of '*this' by 'memset' is removed by DSEPass at -O2 {{.*}}, though something may read
    std::memcpy(pub, bytes, 32);
  }
  SECRET u8 bytes[32];
};
int member() {
  Key k;
  fill(k.bytes);
  return use(k.bytes);
}

// What is written later is another part.
struct Context {
  SECRET u8 key[32];
  u8 *next;
};
void part(u8 *to) {
  Context c;
  fill(c.key);
  std::memset(c.key, 0, 32);
  // CHECK: needed.cpp:[[#@LINE-1]]:3: warning: the zeroization of 'c' by 'memset' is removed by DSEPass at -O2 {{.*}}, though something may read
  std::memcpy(to, c.key, 32);
  c.next = nullptr;
}
void same_part(u8 *to, const u8 *from) {
  Context c;
  fill(c.key);
  std::memset(c.key, 0, 32);
  std::memcpy(to, c.key, 32);
  std::memcpy(c.key, from, 32);
  use(c.key);
}
