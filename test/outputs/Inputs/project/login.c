#include "keys.h"

// The compiler removes this memset.
void elided(void) {
  __attribute__((annotate("secret"))) char secret_e[32];
  load(secret_e);
  use(secret_e);
  memset(secret_e, 0, sizeof secret_e);
}

int partly(int Fast) {
  __attribute__((annotate("secret"))) char secret_p[32];
  load(secret_p);
  use(secret_p);
  if (Fast)
    return 1;
  memset(secret_p, 0, sizeof(char *));
  return 0;
}
