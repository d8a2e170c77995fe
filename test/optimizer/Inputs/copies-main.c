// Runs each of FUNCTIONS deep in the stack and looks for the secret in what is
// left there. check_copies.py takes the list from the source.
#include "copies.h"
#include <stdio.h>

unsigned char public[64];
static volatile unsigned char seed = 0x5b;

static unsigned char secret_byte(unsigned i) { return seed * 7 + i * 29 + 3; }

__attribute__((noinline)) void fill(void *k) {
  volatile unsigned char *to = k;
  for (unsigned i = 0; i != 64; ++i)
    to[i] = secret_byte(i);
}
__attribute__((noinline)) int next(const void *k) {
  __asm__ volatile("" : : "r"(k) : "memory");
  return 1;
}
// What a call may change is changed: nothing of the secret is left in it.
#define FORGET                                                                 \
  __asm__ volatile("pxor %%xmm0, %%xmm0\n\tpxor %%xmm1, %%xmm1"                \
                   :                                                           \
                   :                                                           \
                   : "xmm0", "xmm1", "memory")
__attribute__((noinline)) void take_vector(vector v, int n) {
  __asm__ volatile("" : : "x"(v), "r"(n));
  FORGET;
}
__attribute__((noinline)) void take_words(u64 a, u64 b, u64 c, u64 d, u64 e,
                                          u64 f, int n) {
  __asm__ volatile("" : : "r"(a), "r"(b), "r"(c), "r"(d), "r"(e), "r"(f));
}
// What it is given in memory is its own.
__attribute__((noinline)) void take_record(struct record r, int n) {
  explicit_bzero(&r, sizeof r);
  FORGET;
}

#define KEEP(Memory) __asm__ volatile("" : : "r"(Memory) : "memory")

// Far below main's frame, so that no later call gets there.
__attribute__((noinline)) static void run_deep(void (*f)(void)) {
  char room[4096];
  KEEP(room);
  f();
  KEEP(room);
}

__attribute__((noinline)) static int is_left(void) {
  volatile unsigned char *here = __builtin_frame_address(0);
  for (unsigned down = 2048; down != 16384; ++down)
    for (unsigned from = 0; from <= 56; from += 8) {
      unsigned same = 0;
      while (same != 8 && (here - down)[same] == secret_byte(from + same))
        ++same;
      if (same == 8)
        return 1;
    }
  return 0;
}

#define DECLARE(F) void F(void);
FUNCTIONS(DECLARE)

__attribute__((noinline)) static void clear(void) {
  char room[16384];
  memset(room, 0, sizeof room);
  KEEP(room);
}

int main(void) {
#define RUN(F)                                                                 \
  clear();                                                                     \
  run_deep(F);                                                                 \
  printf("%s %s\n", #F, is_left() ? "left" : "clean");
  FUNCTIONS(RUN)
}
