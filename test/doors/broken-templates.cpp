// Behind a fatal error no template is instantiated, which is said wherever
// something is tagged: here in a template's pattern and a broken body only.
// RUN: not %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++20 -DTAG='__attribute__((annotate("secret")))' > %t 2>&1
// RUN: %FileCheck %s --input-file=%t
// RUN: not %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++20 -DTAG= > %t.public 2>&1
// RUN: %FileCheck %s --input-file=%t.public --check-prefix=PUBLIC --implicit-check-not='[secret-'
#include <no/such/header.h>
// CHECK: broken-templates.cpp:1:1: warning: after a fatal error no template is instantiated: {{.*}} [secret-
// PUBLIC: 'no/such/header.h' file not found

extern "C" int fill(unsigned char *k);
using key = missing::array<unsigned char, 32>;

void broken() {
  TAG key k;
  fill(k.data());
}

template <class T> void pattern(T) {
  TAG T k[4];
  fill((unsigned char *)k);
}
void instance() { pattern(3); }
