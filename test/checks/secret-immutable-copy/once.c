// Storage that this check reports is not reported as missing a zeroization.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void constant_array(void) {
  SECRET const char pin[] = "1234"; // EXPECT: secret-immutable-copy
  use(pin);
}
void constant_list(void) {
  SECRET unsigned char key[4] = {1, 2, 3, 4}; // EXPECT: secret-immutable-copy
  use(key);
}
