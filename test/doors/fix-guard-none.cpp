// No guard without its header, where its name is taken, or where the object is
// declared together with others.
// RUN: %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++17 | %FileCheck %s --check-prefixes=CHECK,HEADER --implicit-check-not='{{^ *[|] *}}auto'
// RUN: %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++17 -I%headers | %FileCheck %s --implicit-check-not='{{^ *[|] *}}auto' --implicit-check-not='no fix-it'
#include <string.h>

void fill(__attribute__((annotate("secret"))) unsigned char *k) noexcept;
void use(const unsigned char *k);
void tell(int n) noexcept;

void name_is_taken(int key_guard) {
  unsigned char key[32];
  fill(key);
  use(key);
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}}if this call throws
  // HEADER: note: no fix-it: 'secret::zeroize_on_exit' is not declared here, and <secret-tidy/zeroize_on_exit.h> does not declare it under this file's compiler options; add the folder of that header
  explicit_bzero(key, sizeof(key));
  tell(key_guard);
}

void together() {
  unsigned char other[4], key[32];
  fill(key);
  use(key);
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}}if this call throws
  explicit_bzero(key, sizeof(key));
  fill(other);
  explicit_bzero(other, sizeof(other));
}
