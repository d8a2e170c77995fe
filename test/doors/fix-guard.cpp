// Where a call may throw past a secret, a guard behind the declaration mends it.
// RUN: %check-tidy --clean %s secret-* %t -- -- -std=c++17 -I%headers
#include <cstring>
#include <vector>
// CHECK-FIXES: {{^}}#include <secret-tidy/zeroize_on_exit.h>{{$}}
// CHECK-FIXES-NOT: #include

void fill(__attribute__((annotate("secret"))) unsigned char *k) noexcept;
void use(const unsigned char *k);

void array() {
  unsigned char key[32];
  // CHECK-FIXES: {{^}}  unsigned char key[32];{{$}}
  // CHECK-FIXES-NEXT: {{^}}  auto key_guard = secret::zeroize_on_exit(key);{{$}}
  fill(key);
  use(key);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}}if this call throws{{.*}} [secret-missing-zeroization]
  explicit_bzero(key, sizeof(key));
}

void vector() {
  std::vector<unsigned char> key(32);
  // CHECK-FIXES: {{^}}  auto key_guard = secret::zeroize_on_exit(key);{{$}}
  fill(key.data());
  use(key.data());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}}if this call throws{{.*}} [secret-missing-zeroization]
  explicit_bzero(key.data(), key.size());
}
