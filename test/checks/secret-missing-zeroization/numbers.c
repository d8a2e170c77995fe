// Secrets that pass through numbers: arithmetic, and functions of numbers.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

int toupper(int);
int isupper(int);

void through_toupper(SECRET const char *password) {
  char upper[64]; // EXPECT: secret-missing-zeroization
  for (int i = 0; i < 63; ++i)
    upper[i] = toupper(password[i]);
  use(upper);
}
void zeroized(SECRET const char *password) {
  char upper[64];
  for (int i = 0; i < 63; ++i)
    upper[i] = toupper(password[i]);
  use(upper);
  explicit_bzero(upper, sizeof(upper));
}
// A class of characters is no secret.
void through_isupper(SECRET const char *password) {
  char kinds[64];
  for (int i = 0; i < 63; ++i)
    kinds[i] = isupper(password[i]) != 0;
  use(kinds);
}
