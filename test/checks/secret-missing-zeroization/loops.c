// Exits from loops, and loops that zeroize.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void each_turn(int n) {
  for (int i = 0; i < n; i++) {
    unsigned char k[32]; // EXPECT: secret-missing-zeroization
    fill(k);
    use(k);
  }
}
void each_turn_zeroized(int n) {
  for (int i = 0; i < n; i++) {
    unsigned char k[32];
    fill(k);
    use(k);
    explicit_bzero(k, sizeof(k));
  }
}
void left_by_break(int n) {
  while (n--) {
    unsigned char k[32];
    fill(k);
    if (use(k))
      break; // EXPECT: secret-missing-zeroization
    explicit_bzero(k, sizeof(k));
  }
}
void left_by_continue(int n) {
  do {
    unsigned char k[32];
    fill(k);
    if (use(k))
      continue; // EXPECT: secret-missing-zeroization
    explicit_bzero(k, sizeof(k));
  } while (n--);
}
void break_within_scope(int n) {
  unsigned char k[32];
  while (n--) {
    fill(k);
    if (use(k))
      break;
  }
  explicit_bzero(k, sizeof(k));
}
int left_by_return(int n) {
  unsigned char k[32];
  fill(k);
  for (int i = 0; i < n; i++)
    if (use(k + i))
      return i; // EXPECT: secret-missing-zeroization
  explicit_bzero(k, sizeof(k));
  return -1;
}
void zeroized_on_some_turns(int n) {
  unsigned char k[32];
  for (int i = 0; i < n; i++) {
    fill(k);
    use(k);
    if (check())
      explicit_bzero(k, sizeof(k));
  }
} // EXPECT: secret-missing-zeroization
void volatile_loop(void) {
  unsigned char k[32];
  fill(k);
  use(k);
  volatile unsigned char *p = k;
  for (size_t i = 0; i < sizeof(k); i++)
    p[i] = 0;
}
void loop_of_ones(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  use(k);
  volatile unsigned char *p = k;
  for (size_t i = 0; i < sizeof(k); i++)
    (void)p[i];
}
