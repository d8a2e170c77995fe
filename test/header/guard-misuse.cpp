// What would zeroize nothing, or break an object, does not compile.
// RUN: not %clangxx -std=c++11 -I%headers -fsyntax-only %s 2>&1 | %FileCheck %s
#include <secret-tidy/zeroize_on_exit.h>
#include <string>
#include <vector>

void misuse(unsigned char *pointer, const std::vector<int> &constants,
            std::vector<std::string> &texts, const unsigned char (&constant)[4],
            std::string (&objects)[2]) {
  auto a = secret::zeroize_on_exit(pointer);
  // CHECK-DAG: error: {{.*}}say how many bytes
  auto b = secret::zeroize_on_exit(constants);
  // CHECK-DAG: error: {{.*}}constants cannot be zeroized
  auto c = secret::zeroize_on_exit(texts);
  // CHECK-DAG: error: {{.*}}would break these elements
  auto d = secret::zeroize_on_exit(constant);
  // CHECK-DAG: error: {{.*}}a constant cannot be zeroized
  auto e = secret::zeroize_on_exit(objects);
  // CHECK-DAG: error: {{.*}}would break this object
  unsigned char key[4];
  secret::zeroize_on_exit(key);
  // CHECK-DAG: misuse.cpp:[[@LINE-1]]:3: warning: ignoring return value
  auto f = secret::zeroize_on_exit(key);
  auto g = f;
  // CHECK-DAG: misuse.cpp:[[@LINE-1]]:8: error: {{.*}}deleted
}
