// RUN: %check-tidy --clean %s secret-* %t -- -- -std=gnu17
#include <string.h>

void fill(__attribute__((annotate("secret"))) unsigned char *k);
void use(const unsigned char *k);

int with_return(void) {
  unsigned char k[32];
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: {{.*}} [secret-missing-zeroization]
  fill(k);
  use(k);
#ifdef SOMETHING
  use(0);
#endif
  return 0;
  // CHECK-FIXES: #endif
  // CHECK-FIXES-NEXT: {{^}}  explicit_bzero(k, sizeof(k));{{$}}
  // CHECK-FIXES-NEXT: {{^}}  return 0;{{$}}
}

void to_the_end(void) {
  unsigned char k[32];
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: {{.*}} [secret-missing-zeroization]
  fill(k);
  use(k); // end
  // CHECK-FIXES: {{^}}  use(k); // end
  // CHECK-FIXES: {{^}}  explicit_bzero(k, sizeof(k));{{$}}
  // CHECK-FIXES-NEXT: {{^}}}{{$}}
}

void one_line(void) { unsigned char k[32]; fill(k); use(k); }
// CHECK-MESSAGES: :[[@LINE-1]]:37: warning: {{.*}} [secret-missing-zeroization]
// CHECK-FIXES: {{^}}void one_line(void) { unsigned char k[32]; fill(k); use(k); explicit_bzero(k, sizeof(k)); }{{$}}
