// RUN: %check-tidy --clean %s secret-* %t -- -- -std=gnu17
#include <string.h>

void fill(__attribute__((annotate("secret"))) unsigned char *k);
void use(const unsigned char *k);

int plain(int again) {
  unsigned char k[32];
  fill(k);
  use(k);
  memset(k, 0, sizeof(k));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}}is removed by DSEPass at -O2{{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(k, sizeof(k));{{$}}
  return 0;
}

void cast(void) {
  unsigned char k[16];
  fill(k);
  use(k);
  (void)memset(k, 0, sizeof k);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  (void)explicit_bzero(k, sizeof k);{{$}}
}
