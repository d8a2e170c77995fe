// Failing sources bring nothing; unknown ones bring a secret whatever they return.
// RUN: %secret-audit --dump-states %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

long read(int, void *, size_t);

int known_source(int fd) {
  SECRET unsigned char k[32];
  if (read(fd, k, 32) < 0)
    goto failed;
  return use(k);
failed:
  check();
  return -1;
}
// CHECK-LABEL: states of known_source
// CHECK: B[[FAILED:[0-9]+]]:
// CHECK: k:{{$}}
// CHECK: B{{[0-9]+}}:
// CHECK: k: [0, 32) secret

int unknown_source(void) {
  unsigned char k[32];
  if (fill(k) < 0)
    return -1;
  return use(k);
}
// CHECK-LABEL: states of unknown_source
// CHECK-NOT: k:{{$}}
// CHECK: k: [0, 32) secret
// CHECK-NOT: k:{{$}}
// CHECK: k: [0, 32) secret
