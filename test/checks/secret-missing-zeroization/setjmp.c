// setjmp returns twice; longjmp may count as an exit.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

typedef long jmp_buf[32];
int setjmp(jmp_buf) __attribute__((returns_twice));
void longjmp(jmp_buf, int) __attribute__((noreturn));
static jmp_buf env;

int both_returns(void) {
  unsigned char k[32];
  if (setjmp(env)) {
    explicit_bzero(k, sizeof(k));
    return -1;
  }
  fill(k);
  int r = use(k);
  explicit_bzero(k, sizeof(k));
  return r;
}
int first_return_only(void) {
  unsigned char k[32];
  if (setjmp(env))
    return -1;
  fill(k);
  if (check())
    return 1; // EXPECT: secret-missing-zeroization
  explicit_bzero(k, sizeof(k));
  return 0;
}
void jumps(int n) {
  unsigned char k[32];
  fill(k);
  if (n)
    longjmp(env, 1); // ALLOW: secret-missing-zeroization
  explicit_bzero(k, sizeof(k));
}
