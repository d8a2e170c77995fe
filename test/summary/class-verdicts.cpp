// Whether the objects of a class zeroize themselves, judged once for each class.
// RUN: %secret-audit --dump-summaries %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

// CHECK: class 'by_base' zeroizes itself: yes
// CHECK-NEXT: class 'by_member' zeroizes itself: yes
// CHECK-NEXT: class 'elidable' zeroizes itself: elidably, because the optimizer may remove 'memset' in its destructor
// CHECK-NEXT: class 'elidable_helper' zeroizes itself: elidably, because the optimizer may remove 'elidable_helper::clear' in its destructor
// CHECK-NEXT: class 'frees' zeroizes itself: no, because its destructor releases 'key' without zeroization
// CHECK-NEXT: class 'left' zeroizes itself: no, because its destructor leaves 'b'
// CHECK-NEXT: class 'moved_out' zeroizes itself: no, because its destructor leaves 'key'
// CHECK-NEXT: class 'moved_whole' zeroizes itself: yes
// CHECK-NEXT: class 'nobody' zeroizes itself: no, because nobody wrote a destructor for 'key', 'pin'
// CHECK-NEXT: class 'partial' zeroizes itself: no, because its destructor leaves a part
// CHECK-NEXT: class 'reliable' zeroizes itself: yes
// CHECK-NEXT: class 'space::inner' zeroizes itself: yes
// CHECK-NEXT: class 'under_base' zeroizes itself: no, because its destructor leaves 'pin'
// CHECK-NEXT: class 'wipes_block' zeroizes itself: yes
// CHECK-NOT: zeroizes itself

struct reliable {
  reliable();
  ~reliable() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[32];
};

struct elidable {
  elidable();
  ~elidable() { memset(key, 0, sizeof(key)); }
  SECRET unsigned char key[32];
};

struct elidable_helper {
  elidable_helper();
  ~elidable_helper() { clear(); }
  void clear() { memset(key, 0, sizeof(key)); }
  SECRET unsigned char key[32];
};

struct partial {
  partial();
  ~partial() { explicit_bzero(key, 8); }
  SECRET unsigned char key[32];
};

struct left {
  left();
  ~left() { explicit_bzero(a, sizeof(a)); }
  SECRET unsigned char a[4];
  SECRET unsigned char b[4];
};

struct nobody {
  nobody();
  SECRET unsigned char key[4];
  SECRET int pin;
};

struct frees {
  frees();
  ~frees() { delete[] key; }
  SECRET unsigned char *key;
};

struct wipes_block {
  wipes_block();
  ~wipes_block() {
    explicit_bzero(key, 32);
    delete[] key;
  }
  SECRET unsigned char *key;
};

/// A pointer that the destructor does not touch is somebody else's.
struct borrows {
  borrows();
  ~borrows() { count = 0; }
  SECRET unsigned char *key;
  int count;
};

struct by_base : reliable {
  by_base();
  ~by_base() {}
};

struct under_base : reliable {
  under_base();
  ~under_base() {}
  SECRET int pin;
};

struct by_member {
  by_member();
  ~by_member() {}
  reliable inner;
};

/// What was moved from is not zeroized: the flag says so, not the bytes.
struct moved_out {
  moved_out();
  moved_out(moved_out &&other) : owned(other.owned) {
    for (int i = 0; i != 4; ++i)
      key[i] = other.key[i];
    other.owned = false;
  }
  ~moved_out() {
    if (owned)
      explicit_bzero(key, sizeof(key));
  }
  SECRET unsigned char key[4];
  bool owned = true;
};

struct moved_whole {
  moved_whole();
  moved_whole(moved_whole &&other) {
    for (int i = 0; i != 4; ++i)
      key[i] = other.key[i];
  }
  ~moved_whole() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[4];
};

namespace space {
class inner {
public:
  inner();
  ~inner() { explicit_bzero(&pin, sizeof(pin)); }

private:
  SECRET int pin;
};
} // namespace space
