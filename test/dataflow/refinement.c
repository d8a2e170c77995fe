// Branches narrow what is known of pointers and flags, and end paths that cannot be.
// RUN: %secret-audit --dump-states %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

void null_pointer(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  explicit_bzero(p, 32);
  free(p);
}
// The block is there on one path only, and zeroized when it is released.
// CHECK-LABEL: states of null_pointer
// CHECK: B0:
// CHECK-NEXT: {{B0:|the block: zeroized.*released}}
// CHECK-NOT: secret

void flag(int n) {
  unsigned char k[32];
  int have = 0;
  if (n) {
    fill(k);
    have = 1;
  }
  if (have)
    explicit_bzero(k, 32);
  use(&n);
}
// Two ways lead to `if (have)`; behind it, one is zeroized, the other was never
// secret.
// CHECK-LABEL: states of flag
// CHECK: B3:
// CHECK: k:{{$}}
// CHECK: B3:
// CHECK: k: [0, 32) secret escaped{{$}}
// CHECK: B2:
// CHECK: k: [0, 32) secret escaped{{$}}
// CHECK: B1:
// CHECK: k:{{$}}
// CHECK: B1:
// CHECK: k: zeroized[0, 32) escaped{{$}}
// CHECK-NOT: secret

void same_condition_again(int n) {
  unsigned char k[32];
  if (n > 3)
    fill(k);
  if (n <= 3)
    return;
  use(k);
}
// CHECK-LABEL: states of same_condition_again
// CHECK: B2:
// CHECK: k:{{$}}
// CHECK-NOT: secret
// CHECK: B1:
// CHECK: k: [0, 32) secret
// CHECK-NOT: k:{{$}}
// CHECK: B0:

void short_circuit(unsigned char *p, int n) {
  unsigned char k[32];
  if (n && fill(k))
    use(k);
}
// CHECK-LABEL: states of short_circuit
// CHECK: k: [0, 32) secret

// As many turns as before: what the first loop filled the second one zeroizes.
void same_number_of_turns(int n) {
  unsigned char k[32];
  for (int i = 0; i < n; ++i)
    fill(k);
  for (int i = 0; i < n; ++i)
    explicit_bzero(k, sizeof(k));
}
// CHECK-LABEL: states of same_number_of_turns
// CHECK: B1:
// CHECK: k:{{$}}
// CHECK: B1:
// CHECK: k: zeroized[0, 32)
// CHECK-NOT: secret
// CHECK: B0:
