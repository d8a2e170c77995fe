// The line of a report when statements and declarations span several, and in
// macros.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

#define RETURN_IF(C, R)                                                        \
  if (C)                                                                       \
  return R

void two_declarators(void) {
  unsigned char salt[16],
      k[32]; // EXPECT: secret-missing-zeroization
  use(salt);
  fill(k);
}
void both_declarators(void) {
  unsigned char a[16], // EXPECT: secret-missing-zeroization
      b[32];           // EXPECT: secret-missing-zeroization
  fill(a);
  fill(b);
}
int long_return(int n) {
  unsigned char k[32];
  fill(k);
  if (n)
    return // EXPECT: secret-missing-zeroization
        use(k);
  explicit_bzero(k, sizeof(k));
  return 0;
}
int return_in_a_macro(int n) {
  unsigned char k[32];
  fill(k);
  RETURN_IF(n, 1); // EXPECT: secret-missing-zeroization
  explicit_bzero(k, sizeof(k));
  return 0;
}
void long_release(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  free( // EXPECT: secret-missing-zeroization
      p);
}
void brace_of_its_scope(int n) {
  if (n) {
    unsigned char k[32];
    fill(k);
    if (n > 1)
      explicit_bzero(k, sizeof(k));
  } // EXPECT: secret-missing-zeroization
}
void brace_of_a_loop(int n) {
  while (n--) {
    unsigned char k[32];
    fill(k);
    if (n > 1)
      explicit_bzero(k, sizeof(k));
  } // EXPECT: secret-missing-zeroization
}
