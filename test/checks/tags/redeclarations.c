// A tag on any declaration counts, whichever comes first.
// RUN: %expect %s -- -std=gnu17 -Wno-deprecated-non-prototype

#define SECRET __attribute__((annotate("secret")))
void use(const unsigned char *k);

void filled_later(unsigned char *k);
void uses_first(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  filled_later(k);
  use(k);
}
void filled_later(SECRET unsigned char *k);

SECRET unsigned char *returned(void);
unsigned char *returned(void);
void takes(void) {
  unsigned char copy[32]; // EXPECT: secret-missing-zeroization
  __builtin_memcpy(copy, returned(), sizeof(copy));
  use(copy);
}

void untagged(unsigned char *k);
void uses_untagged(void) {
  unsigned char k[32];
  untagged(k);
  use(k);
}

int defined(SECRET const unsigned char *k);
int defined(const unsigned char *k) {
  unsigned char copy[32]; // EXPECT: secret-missing-zeroization
  __builtin_memcpy(copy, k, sizeof(copy));
  use(copy);
  return 0;
}

// K&R style: right behind the list of names a tag would be the function's.
int old_style(k)
  const unsigned char *k SECRET;
{
  unsigned char copy[32]; // EXPECT: secret-missing-zeroization
  __builtin_memcpy(copy, k, sizeof(copy));
  use(copy);
  return 0;
}
