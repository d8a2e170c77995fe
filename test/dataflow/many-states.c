// Many flags: the states stay apart up to MaxStates, and the analysis ends.
// RUN: %expect %s -- -std=c99
// RUN: %expect %s --config='{CheckOptions: {secret.MaxStates: 1000}}' -- -std=c99
#include "../Inputs/mock.h"

#define ONE(N)                                                                 \
  unsigned char k##N[4];                                                       \
  if (f[N])                                                                    \
    fill(k##N);                                                                \
  if (f[N])                                                                    \
  explicit_bzero(k##N, 4)

void flags(const int *f) {
  ONE(0);
  ONE(1);
  ONE(2);
}
void independent(int n) {
  unsigned char a[4], b[4], c[4], d[4], e[4];
  if (n & 1)
    fill(a);
  if (n & 2)
    fill(b);
  if (n & 4)
    fill(c);
  if (n & 8)
    fill(d);
  if (n & 16)
    fill(e);
  explicit_bzero(a, 4);
  explicit_bzero(b, 4);
  explicit_bzero(c, 4);
  explicit_bzero(d, 4);
  explicit_bzero(e, 4);
}
