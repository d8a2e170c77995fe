// A string that is tagged gets no fix-it, which could not redesign the code,
// but a note that says what to use.
// RUN: %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++17 | %FileCheck %s --implicit-check-not='FIX-IT' --implicit-check-not='{{^ +[|] +[a-z]}}'
#include <string>
#define SECRET [[clang::annotate("secret")]]

void local() {
  SECRET std::string pin;
}
// CHECK: :8:22: warning: the secret 'pin' is kept in a string type that leaves copies behind; it copies on growth, {{.*}} [secret-immutable-copy]
// CHECK: :8:22: note: use storage of fixed size instead, such as std::array with a guard (secret::zeroize_on_exit), or a container whose allocator zeroizes

void parameter(SECRET std::string pin) {}
// CHECK: :13:35: warning: the secret 'pin' is kept in a string type
// CHECK: :13:35: note: take a view of the caller's bytes instead, such as std::string_view, std::span, or a pointer and a size

struct holder {
  SECRET std::string pin;
};
// CHECK: :18:22: warning: the secret 'pin' is kept in a string type
// CHECK: :18:22: note: use storage of fixed size instead

void by_reference(SECRET const std::string &pin) {}
// CHECK-NOT: :22:
