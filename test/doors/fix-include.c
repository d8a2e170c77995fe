// The header that declares the wiper is added, once, where it is needed.
// RUN: %check-tidy --clean %s secret-* %t -- -- -std=gnu17
// A comment that stays first.

#define SOME_MACRO 1
#include <stddef.h>
// CHECK-FIXES: {{^}}#include <stddef.h>
// CHECK-FIXES-NEXT: {{^}}#include <string.h>
// CHECK-FIXES-NOT: #include <string.h>
#ifdef NEVER
#include <never.h>
#endif

// Not a place for more of them, nor is the inside of a list.
static const int numbers[] = {
#include "Inputs/numbers.inc"
};

void *memset(void *p, int c, size_t n);
void fill(__attribute__((annotate("secret"))) unsigned char *k);
void use(const unsigned char *k);

int one(void) {
  unsigned char k[32];
  fill(k);
  use(k);
  memset(k, 0, sizeof(k));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(k, sizeof(k));{{$}}
  return 0;
}

int two(void) {
  unsigned char k[32];
  fill(k);
  use(k);
  memset(k, 0, sizeof(k));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(k, sizeof(k));{{$}}
  return 0;
}
