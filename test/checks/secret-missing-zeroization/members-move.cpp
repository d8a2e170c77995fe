// Members that are moved from hold nothing; a destructor ends all of them; what
// an owner held is released, not what it gets.
// RUN: %expect %s -- -std=c++17
#include <cstdlib>
#include <cstring>
#include <vector>

using Bytes = std::vector<unsigned char>;
void fill([[clang::annotate("secret")]] unsigned char *to,
          unsigned long n) noexcept;

struct Pair {
  Pair();
  Bytes first, second;
};
Pair::Pair() : first(16), second(16) {
  fill(first.data(), 16);
  fill(second.data(), 16);
}

struct Keeper {
  Pair kept;
  void moves();
  void copies();
};
void Keeper::moves() { kept = Pair(); }
void Keeper::copies() {
  Pair other; // EXPECT: secret-missing-zeroization
  kept = other;
}

struct Block {
  ~Block() { explicit_bzero(bytes, sizeof bytes); }
  unsigned char bytes[16];
};
struct Both {
  ~Both() {}
  Block first, second;
};
struct Half {
  ~Half() {}
  Block first;
  unsigned char second[16];
};
void both() {
  Both b;
  fill(b.first.bytes, 16);
  fill(b.second.bytes, 16);
}
void half() {
  Half h; // EXPECT: secret-partial-zeroization
  fill(h.first.bytes, 16);
  fill(h.second, 16);
}

struct Slot {
  unsigned char *held;
};
static void put(Slot *s, unsigned char *p) {
  free(s->held);
  s->held = p;
}
void puts_one(Slot *s) {
  auto *p = static_cast<unsigned char *>(malloc(16));
  if (!p)
    return;
  fill(p, 16);
  put(s, p);
}
void puts_two(Slot *s) {
  auto *p = static_cast<unsigned char *>(malloc(16));
  if (!p)
    return;
  fill(p, 16);
  put(s, p);
  put(s, nullptr); // EXPECT: secret-missing-zeroization
}
