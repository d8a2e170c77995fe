// Each way through a switch: cases, fallthrough, default, none.
// RUN: %expect %s -- -std=gnu17
#include "../../Inputs/mock.h"

int one_case_without(int n) {
  unsigned char k[32];
  fill(k);
  switch (n) {
  case 1:
    explicit_bzero(k, sizeof(k));
    return 1;
  case 2:
    return use(k); // EXPECT: secret-missing-zeroization
  default:
    break;
  }
  explicit_bzero(k, sizeof(k));
  return 0;
}
int all_cases(int n) {
  unsigned char k[32];
  fill(k);
  switch (n) {
  case 1:
    use(k);
    explicit_bzero(k, sizeof(k));
    return 1;
  default:
    explicit_bzero(k, sizeof(k));
    return 0;
  }
}
int falls_through(int n) {
  unsigned char k[32];
  fill(k);
  switch (n) {
  case 1:
    use(k);
  case 2:
  default:
    explicit_bzero(k, sizeof(k));
  }
  return n;
}
int no_default(int n) {
  unsigned char k[32];
  fill(k);
  switch (n) {
  case 1:
  case 2:
    explicit_bzero(k, sizeof(k));
  }
  return n; // EXPECT: secret-missing-zeroization
}
void same_case_again(int n) {
  unsigned char k[32];
  switch (n) {
  case 1:
    fill(k);
    break;
  case 2:
    return;
  }
  switch (n) {
  case 1:
    explicit_bzero(k, sizeof(k));
    break;
  default:
    break;
  }
}
void other_case_again(int n) {
  unsigned char k[32];
  switch (n) {
  case 1:
  case 2:
    fill(k);
    break;
  }
  switch (n) {
  case 2:
    explicit_bzero(k, sizeof(k));
    break;
  }
} // EXPECT: secret-missing-zeroization
int case_range(int n) {
  unsigned char k[32];
  fill(k);
  switch (n) {
  case 0 ... 9:
    explicit_bzero(k, sizeof(k));
    return 0;
  default:
    return 1; // EXPECT: secret-missing-zeroization
  }
}
int scope_of_the_switch(int n) {
  switch (n) {
  case 1: {
    unsigned char k[32];
    fill(k);
    if (use(k))
      break; // EXPECT: secret-missing-zeroization
    explicit_bzero(k, sizeof(k));
    break;
  }
  case 2: {
    unsigned char k[32];
    fill(k);
    explicit_bzero(k, sizeof(k));
    break;
  }
  }
  return n;
}
