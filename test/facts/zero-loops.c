// A loop that only writes zeros is one zeroization of pointer and length.
// RUN: %secret-audit --dump-facts %s -- -std=c99 -w | %FileCheck %s
#include "../Inputs/mock.h"

void upward(SECRET unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i++)
    p[i] = 0;
}
// CHECK-LABEL: facts of upward
// CHECK: [[P:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes
// CHECK: [[N:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes
// CHECK: zeroize [[P]], [[N]] loop at [[#@LINE-6]]:3

void last_index(SECRET unsigned char *p, int last) {
  for (int i = 0; i <= last; ++i)
    p[i] = 0;
}
// CHECK-LABEL: facts of last_index
// CHECK: [[LAST:%[0-9]+]] = load {{%[0-9]+}}, 4 bytes
// CHECK: [[ONE:%[0-9]+]] = 1 at
// CHECK: [[COUNT:%[0-9]+]] = [[LAST]] + [[ONE]]
// CHECK: zeroize {{%[0-9]+}}, [[COUNT]] loop at

void all_but_last(SECRET unsigned char *p, size_t n) {
  for (size_t i = 0; i + 1 < n; ++i)
    p[i] = 0;
}
// CHECK-LABEL: facts of all_but_last
// CHECK: [[N:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes
// CHECK: [[N:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes
// CHECK: [[LESS:%[0-9]+]] = -1 at
// CHECK: [[COUNT:%[0-9]+]] = [[N]] + [[LESS]]
// CHECK: zeroize {{%[0-9]+}}, [[COUNT]] loop at [[#@LINE-8]]:3

void words(SECRET unsigned *p, int n) {
  for (int i = 1; i != n; i++)
    p[i] = 0;
}
// CHECK-LABEL: facts of words
// CHECK: [[FROM:%[0-9]+]] = 4 at
// CHECK: [[FIRST:%[0-9]+]] = {{%[0-9]+}} + [[FROM]] * 1
// CHECK: [[N:%[0-9]+]] = load {{%[0-9]+}}, 4 bytes
// CHECK: [[LESS:%[0-9]+]] = -1 at
// CHECK: [[COUNT:%[0-9]+]] = [[N]] + [[LESS]]
// CHECK: [[SIZE:%[0-9]+]] = 4 at
// CHECK: [[LENGTH:%[0-9]+]] = [[COUNT]] * [[SIZE]]
// CHECK: zeroize [[FIRST]], [[LENGTH]] loop at

void from_a_start(SECRET unsigned *p, int from, int n) {
  for (int i = from; i < n; i++)
    p[i] = 0;
}
// CHECK-LABEL: facts of from_a_start
// CHECK: [[FIRST:%[0-9]+]] = {{%[0-9]+}} + {{%[0-9]+}} * 4
// CHECK: [[COUNT:%[0-9]+]] = {{%[0-9]+}} - {{%[0-9]+}}
// CHECK: [[SIZE:%[0-9]+]] = 4 at
// CHECK: [[LENGTH:%[0-9]+]] = [[COUNT]] * [[SIZE]]
// CHECK: zeroize [[FIRST]], [[LENGTH]] loop at

void downward(SECRET unsigned char *p, size_t n) {
  for (size_t i = n; i-- > 0;)
    p[i] = 0;
}
// CHECK-LABEL: facts of downward
// CHECK: [[P:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes at [[#@LINE-3]]:5
// CHECK: [[N:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes at [[#@LINE-5]]:19
// CHECK: zeroize [[P]], [[N]] loop at [[#@LINE-6]]:3

void last_first(SECRET unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i++)
    p[n - 1 - i] = 0;
}
// CHECK-LABEL: facts of last_first
// CHECK: zeroize {{%[0-9]+}}, {{%[0-9]+}} loop at [[#@LINE-4]]:3

void counter_in_the_for(SECRET unsigned char *p, size_t n) {
  for (; n; n--)
    *p++ = 0;
}
// CHECK-LABEL: facts of counter_in_the_for
// CHECK: zeroize {{%[0-9]+}}, {{%[0-9]+}} loop at [[#@LINE-4]]:3

void counted(SECRET void *v, size_t n) {
  volatile unsigned char *p = v;
  while (n--)
    *p++ = 0;
}
// CHECK-LABEL: facts of counted
// CHECK: zeroize {{%[0-9]+}}, {{%[0-9]+}} loop volatile at [[#@LINE-4]]:3

void counted_by_one_less(SECRET volatile unsigned char *p, size_t n) {
  do
    *p++ = 0;
  while (--n);
}
// CHECK-LABEL: facts of counted_by_one_less
// CHECK: zeroize {{%[0-9]+}}, {{%[0-9]+}} loop volatile at [[#@LINE-5]]:3
// CHECK-NOT: if true

void to_the_end(SECRET unsigned char *p, unsigned char *end) {
  while (p < end)
    *p++ = 0;
}
// CHECK-LABEL: facts of to_the_end
// CHECK: zeroize {{%[0-9]+}}{{.*}} loop at [[#@LINE-4]]:3

void moving(SECRET unsigned char *p, unsigned char *end) {
  for (; p != end; ++p)
    *p = '\0';
}
// CHECK-LABEL: facts of moving
// CHECK: zeroize {{%[0-9]+}}{{.*}} loop at [[#@LINE-4]]:3

void pointer_and_index(SECRET unsigned char *p, int n) {
  for (int i = 0; i < n; i++, p++)
    *(volatile unsigned char *)p = 0;
}
// CHECK-LABEL: facts of pointer_and_index
// CHECK: [[P:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes
// CHECK: [[N:%[0-9]+]] = load {{%[0-9]+}}, 4 bytes
// CHECK: zeroize [[P]], [[N]] loop volatile at [[#@LINE-6]]:3

void two_arrays(SECRET unsigned char *p, SECRET unsigned char *q, size_t n) {
  for (size_t i = 0; i < n; i++) {
    p[i] = 0;
    *(q + i) = 0;
  }
}
// CHECK-LABEL: facts of two_arrays
// CHECK: zeroize {{%[0-9]+}}, {{%[0-9]+}} loop at [[#@LINE-6]]:3
// CHECK: zeroize {{%[0-9]+}}, {{%[0-9]+}} loop at [[#@LINE-7]]:3

void unrolled(SECRET unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i += 2) {
    p[i] = 0;
    p[i + 1] = 0;
  }
}
// CHECK-LABEL: facts of unrolled
// CHECK: [[P:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes
// CHECK: [[N:%[0-9]+]] = load {{%[0-9]+}}, 8 bytes
// CHECK: zeroize [[P]], [[N]] loop at [[#@LINE-8]]:3

void from_behind(SECRET unsigned char *p, unsigned char *end) {
  while (end > p)
    *--end = 0;
}
// CHECK-LABEL: facts of from_behind
// CHECK: [[OBJECT:%[0-9]+]] = &'p'
// CHECK: [[P:%[0-9]+]] = load [[OBJECT]], 8 bytes
// CHECK: zeroize [[P]] loop at [[#@LINE-6]]:3

void pattern_first(SECRET volatile unsigned char *p, size_t n) {
  while (n > 0) {
    *p = 0xff;
    *p++ = 0;
    n--;
  }
}
// CHECK-LABEL: facts of pattern_first
// CHECK: zeroize {{%[0-9]+}}, {{%[0-9]+}} loop volatile at [[#@LINE-7]]:3

void pattern_last(SECRET unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i++) {
    p[i] = 0;
    p[i] = 0xff;
  }
}
void every_second(SECRET unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i += 2)
    p[i] = 0;
}
void twice_as_far(SECRET unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i++) {
    *p++ = 0;
    p++;
  }
}
void bound_moves(SECRET unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i++, n--)
    p[i] = 0;
}
void both_move(SECRET unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i++, p++)
    p[i] = 0;
}
void holes(SECRET unsigned *p, size_t n) {
  for (size_t i = 0; i < n; i++)
    *(unsigned char *)&p[i] = 0;
}
void not_zero(SECRET unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i++)
    p[i] = 1;
}
void not_all(SECRET unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (i & 1)
      p[i] = 0;
}
void stays_in_place(SECRET unsigned char *p, size_t n) {
  while (n--)
    *p = 0;
}
void does_more(SECRET unsigned char *p, size_t n) {
  while (n--) {
    *p++ = 0;
    check();
  }
}
// CHECK-LABEL: facts of pattern_last
// CHECK-NOT: zeroize
