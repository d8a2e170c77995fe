// No destructor where somebody could depend on there being none.
// RUN: %clang-tidy --checks=-*,secret-* --quiet %s -- -std=c++17 | %FileCheck %s --implicit-check-not='{{^ *[|] .*}}explicit_bzero'
#include <cstring>
#include <memory>
#define SECRET __attribute__((annotate("secret")))

// It would lose its move operations, and with them all.
struct moves {
  moves();
  SECRET char key[16];
  // CHECK: :[[@LINE-1]]:15: warning: field 'key'
  std::unique_ptr<int> rest;
};

// It would not be a literal type any more.
struct constant {
  constexpr constant() : key{} {}
  constexpr int first() const { return key[0]; }
  SECRET char key[16];
  // CHECK: :[[@LINE-1]]:15: warning: field 'key'
};

// A union with such a member would have no destructor.
struct member {
  member();
  SECRET char key[16];
  // CHECK: :[[@LINE-1]]:15: warning: field 'key'
};
union either {
  either();
  ~either();
  member m;
};

// Instances differ.
template <typename T> struct pattern {
  pattern();
  SECRET T key[16];
  // CHECK: :[[@LINE-1]]:12: warning: field 'key'
};
template struct pattern<char>;

// Nobody may write there.
struct unchanging {
  unchanging();
  SECRET const char key[16];
  // CHECK: :[[@LINE-1]]:21: warning: field 'key'
};

// It says that the compiler's is fine.
struct defaulted {
  defaulted();
  ~defaulted() = default;
  SECRET char key[16];
  // CHECK: :[[@LINE-1]]:15: warning: field 'key'
};

// Its body is elsewhere than the macro.
#define BEGIN_CLASS(NAME) struct NAME { NAME(); SECRET char key[4]; }
BEGIN_CLASS(from_macro);
// CHECK: :[[@LINE-1]]:1: warning: field 'key'
