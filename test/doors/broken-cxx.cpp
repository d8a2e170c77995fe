// Half-typed C++, as an editor sees it: what is sound is analysed nevertheless,
// and nothing is made of what is not.
// RUN: not %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++20 -ferror-limit=0 > %t 2>&1
// RUN: %FileCheck %s --input-file=%t --implicit-check-not='warning: {{.*}}[secret-'
// RUN: not %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++20 -DMISSING > %t.missing 2>&1
// RUN: %FileCheck %s --input-file=%t.missing --check-prefixes=CHECK,MISSING --implicit-check-not='warning: {{.*}}[secret-'
// MISSING: broken-cxx.cpp:1:1: warning: after a fatal error no template is instantiated: what classes and functions made of templates do with secrets is not analysed [secret-
// MISSING: broken-cxx.cpp:[[@LINE+2]]:10: error: 'no/such/header.h' file not found
#ifdef MISSING
#include <no/such/header.h>
#endif

extern "C" int fill(__attribute__((annotate("secret"))) unsigned char *k);

void sound() {
  unsigned char k[32];
  fill(k);
}



// CHECK: :[[@LINE-6]]:17: warning: {{.*}} [secret-missing-zeroization]

template <typename T> struct holder {
  holder();
  __attribute__((annotate("secret"))) T key;
  ~holder() { key.wipe(
};

class half_typed : public missing_base {
public:
  half_typed() : key{}, 
  [[clang::annotate("secret")]] unsigned char key[
};

auto lambda = [&, k = ] { fill(k); };

missing::string text() {
  unsigned char k[32];
  fill(k);
  return missing::string(k, 
}

task coroutine() {
  unsigned char k[32];
  fill(k);
  co_await something;
}
// Braces that are missing above take the rest of the file with them: this is no
// declaration any more.
