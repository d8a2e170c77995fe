// Without CheckExceptions no call counts as a way out of a constructor; a throw
// does all the same, as a return does.
// RUN: %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++17 | %FileCheck %s --check-prefixes=BOTH,CHECKED
// RUN: %clang-tidy --checks=-*,secret-* --quiet '--config={CheckOptions: {secret.CheckExceptions: false}}' %s -- -std=c++17 | %FileCheck %s --check-prefixes=BOTH,UNCHECKED
#include "../../Inputs/mock.h"

void mayThrow();

struct calls {
  calls() {
    fill(key);
    mayThrow();
    // CHECKED: :[[#@LINE-1]]:5: warning: field 'key' holds a secret that nothing zeroizes if this call throws
    // CHECKED-NEXT: mayThrow();
    // UNCHECKED-NOT: warning: {{.*}} if this call throws
  }
  ~calls() { explicit_bzero(key, sizeof(key)); }
  // CHECKED: :[[#@LINE-1]]:14: note: the destructor of a complete object does it here
  SECRET unsigned char key[32];
};

// All fields of one place are one report.
struct throws {
  explicit throws(int n) {
    fill(key);
    fill(&pin);
    if (n < 0)
      throw n;
    // BOTH: :[[#@LINE-1]]:7: warning: field 'key' and field 'pin' hold secrets that nothing zeroizes when this throws
    // BOTH-NOT: warning:
  }
  ~throws() {
    explicit_bzero(key, sizeof(key));
    explicit_bzero(&pin, sizeof(pin));
  }
  SECRET unsigned char key[32];
  SECRET int pin;
};
