// Nested scopes, and the statements that leave them.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

int closing_brace(int n) {
  {
    unsigned char k[32];
    fill(k);
    if (n) {
      use(k);
      explicit_bzero(k, sizeof(k));
    }
  } // EXPECT: secret-missing-zeroization
  return n;
}
int declared_inside(int n) {
  if (n) {
    unsigned char k[32]; // EXPECT: secret-missing-zeroization
    fill(k);
    use(k);
  }
  return n;
}
int zeroized_inside(int n) {
  if (n) {
    unsigned char k[32];
    fill(k);
    use(k);
    explicit_bzero(k, sizeof(k));
  }
  return n;
}
int goto_out_of_scope(int n) {
  {
    unsigned char k[32];
    fill(k);
    if (n)
      goto out; // EXPECT: secret-missing-zeroization
    explicit_bzero(k, sizeof(k));
  }
out:
  return n;
}
int goto_within_scope(int n) {
  {
    unsigned char k[32];
    fill(k);
    if (n)
      goto wipe;
    use(k);
  wipe:
    explicit_bzero(k, sizeof(k));
  }
  return n;
}
int return_from_inner(int n) {
  unsigned char outer[32];
  fill(outer);
  {
    unsigned char inner[32];
    fill(inner);
    if (n) {
      explicit_bzero(inner, sizeof(inner));
      return 1; // EXPECT: secret-missing-zeroization
    }
    explicit_bzero(inner, sizeof(inner));
  }
  explicit_bzero(outer, sizeof(outer));
  return 0;
}
int both_zeroized(int n) {
  unsigned char outer[32];
  fill(outer);
  {
    unsigned char inner[32];
    fill(inner);
    if (n) {
      explicit_bzero(inner, sizeof(inner));
      explicit_bzero(outer, sizeof(outer));
      return 1;
    }
    explicit_bzero(inner, sizeof(inner));
  }
  explicit_bzero(outer, sizeof(outer));
  return 0;
}
void shadowed(void) {
  unsigned char k[32];
  fill(k);
  {
    unsigned char k[32]; // EXPECT: secret-missing-zeroization
    fill(k);
  }
  explicit_bzero(k, sizeof(k));
}
