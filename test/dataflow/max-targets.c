// A call through a table that may be of too many functions is unknown, and what
// is found in that function says so.
// RUN: %clang-tidy --checks='-*,secret-*' \
// RUN:   --config='{CheckOptions: {secret.MaxTargets: 2}}' %s -- -std=c99 2>&1 \
// RUN:   | %FileCheck %s --check-prefix=FEW
// RUN: %clang-tidy --checks='-*,secret-*' --config={} %s -- -std=c99 2>&1 \
// RUN:   | %FileCheck %s --allow-empty --check-prefix=DEFAULT
#include "../Inputs/mock.h"

struct ops {
  void (*end)(char *);
};
static void one(char *k) { explicit_bzero(k, 16); }
static void two(char *k) { explicit_bzero(k, 16); }
static void three(char *k) { explicit_bzero(k, 16); }
const struct ops tables[] = {{one}, {two}, {three}};

void caller(struct ops *o) {
  char k[16];
  fill(k);
  o->end(k);
}
// FEW: max-targets.c:[[#@LINE-4]]:8: warning: 'k' holds a secret
// FEW: max-targets.c:[[#@LINE-6]]:6: note: nothing is known of what 'ops::end' calls: it may be any of 3 functions (option MaxTargets)
// DEFAULT-NOT: warning: {{.*}}'k'
