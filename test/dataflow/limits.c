// Each limit has an option; one that is hit is said once, whatever checks run.
// RUN: %clang-tidy --checks='-*,secret-*' \
// RUN:   --config='{CheckOptions: {secret.MaxBlocks: 4}}' %s -- -std=c99 2>&1 \
// RUN:   | %FileCheck %s --check-prefix=BLOCKS
// RUN: %clang-tidy --checks='-*,secret-*' \
// RUN:   --config='{CheckOptions: {secret.MaxSteps: 3}}' %s -- -std=c99 2>&1 \
// RUN:   | %FileCheck %s --check-prefix=STEPS
// RUN: %clang-tidy --checks='-*,secret-*' --config={} %s -- -std=c99 2>&1 \
// RUN:   | %FileCheck %s --check-prefix=DEFAULT
#include "../Inputs/mock.h"

void small(void) {
  unsigned char k[32];
  fill(k);
}
void large(int n) {
  unsigned char k[32];
  int have = 0;
  if (n) {
    fill(k);
    have = 1;
  }
  if (have)
    explicit_bzero(k, 32);
}

// The other functions are analysed.
// BLOCKS: limits.c:[[#@LINE-15]]:17: warning: 'k' holds a secret
// BLOCKS: limits.c:[[#@LINE-13]]:6: warning: 'large' is not analysed: it has {{[0-9]+}} blocks; the option MaxBlocks allows 4
// BLOCKS-NOT: warning: {{.*}}'large'

// STEPS: limits.c:[[#@LINE-16]]:6: warning: the analysis of 'large' was cut short: it takes more than 3 steps (option MaxSteps)
// STEPS-NOT: warning: {{.*}}'large'

// DEFAULT: limits.c:[[#@LINE-22]]:17: warning: 'k' holds a secret
// DEFAULT-NOT: {{ warning:}}
