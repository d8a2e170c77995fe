// RUN: %check-tidy --clean %s secret-* %t -- -- -std=c++17
#include <cstring>
// CHECK-FIXES: {{^}}#include <cstring>{{$}}
// CHECK-FIXES-NOT: #include

void fill(__attribute__((annotate("secret"))) unsigned char *k) noexcept;
void use(const unsigned char *k) noexcept;

void qualified(bool b) {
  unsigned char k[32];
  fill(k);
  use(k);
  if (b)
    std::memset(k, 0, sizeof(k));
  else
    std::memset(k, 0, 32);
  // CHECK-MESSAGES: :[[@LINE-3]]:5: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-MESSAGES: :[[@LINE-2]]:5: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  if (b)
  // CHECK-FIXES-NEXT: {{^}}    explicit_bzero(k, sizeof(k));{{$}}
  // CHECK-FIXES-NEXT: {{^}}  else
  // CHECK-FIXES-NEXT: {{^}}    explicit_bzero(k, 32);{{$}}
}
