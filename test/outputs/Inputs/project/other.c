#include "keys.h"

void suppressed(void) {
  // NOLINTNEXTLINE(secret-missing-zeroization): the page is locked & <wiped> by its owner
  __attribute__((annotate("secret"))) char secret_s[32];
  fill(secret_s, sizeof secret_s);
  use(secret_s);
}

void grüße(void) {
  /* ä */ __attribute__((annotate("secret"))) char secret_u[32];
  fill(secret_u, sizeof secret_u);
  use(secret_u);
}
