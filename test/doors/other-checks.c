// Checks of other modules see every node of the unit, and these checks their
// unit, whatever the order in which they are named. Where no others run, the
// nodes are not visited at all.
// RUN: %clang-tidy --quiet '--checks=-*,secret-*' %s -- -std=c11 > %t 2>&1
// RUN: %FileCheck %s --input-file=%t --check-prefixes=OURS,ALONE
// RUN: %clang-tidy --quiet '--checks=-*,secret-*,readability-braces-around-statements' %s -- -std=c11 > %t 2>&1
// RUN: %FileCheck %s --input-file=%t --check-prefixes=OURS,OTHERS
// RUN: %clang-tidy --quiet '--checks=-*,readability-braces-around-statements, secret-missing-zeroization' %s -- -std=c11 > %t 2>&1
// RUN: %FileCheck %s --input-file=%t --check-prefixes=OURS,OTHERS
// RUN: %clang-tidy --quiet '--checks=-*,*-around-statements,-bugprone-*,secret-*' %s -- -std=c11 > %t 2>&1
// RUN: %FileCheck %s --input-file=%t --check-prefixes=OURS,OTHERS
// RUN: %clang-tidy --quiet '--checks=readability-braces-around-statements,-*,secret-*,-secret-exposure' %s -- -std=c11 > %t 2>&1
// RUN: %FileCheck %s --input-file=%t --check-prefixes=OURS,ALONE
// RUN: %clang-tidy --quiet '--config={Checks: "readability-braces-around-statements,secret-*"}' %s -- -std=c11 > %t 2>&1
// RUN: %FileCheck %s --input-file=%t --check-prefixes=OURS,OTHERS

int fill(__attribute__((annotate("secret"))) unsigned char *key);

int use(int again) {
  unsigned char key[32];
  if (again)
    fill(key);
  return 0;
}
// OURS-DAG: other-checks.c:20:17: warning: {{.*}} [secret-missing-zeroization]
// OTHERS-DAG: other-checks.c:21:13: warning: {{.*}} [{{.*}}readability-braces-around-statements
// ALONE-NOT: braces-around
