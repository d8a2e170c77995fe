// A wrapper in another unit counts as reliable, unless AssumeLTO is on (the option does
// nothing yet).
// RUN: %expect %s -- -std=c99
// RUN: not %expect %s --config='{CheckOptions: {secret.AssumeLTO: true}}' -- -std=c99 | %FileCheck %s
// CHECK: :[[#@LINE+9]]: unexpected: secret-elidable-zeroization
// CHECK-NOT: {{missing|unexpected}}
#include "../../Inputs/mock.h"

void app_wipe(void *, size_t);

void by_the_other_unit(void) {
  unsigned char k[32];
  fill(k);
  app_wipe(k, sizeof(k));
}
void by_a_known_wiper(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, sizeof(k));
}
