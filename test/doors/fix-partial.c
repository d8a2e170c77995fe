// RUN: %check-tidy --clean %s secret-* %t -- -- -std=gnu17
#include <string.h>

void fill(__attribute__((annotate("secret"))) unsigned char *k);

int pointer_size(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, sizeof(unsigned char *));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-partial-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(k, sizeof(k));{{$}}
  return 0;
}
