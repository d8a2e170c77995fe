// A tagged field makes the object that has it one to zeroize, once it is written.
// RUN: %expect %s

#define SECRET __attribute__((annotate("secret")))
void use(const void *k);
void fill(void *k);

struct login {
  char name[16];
  SECRET char password[32];
  union {
    SECRET unsigned pin;
    unsigned other;
  };
};

void field(void) {
  struct login l; // EXPECT: secret-missing-zeroization
  fill(l.password);
  use(&l);
}
void other_field(void) {
  struct login l;
  fill(l.name);
  use(l.name);
}
void zeroized(void) {
  struct login l;
  fill(l.password);
  use(l.password);
  __builtin_memset(l.password, 0, sizeof(l.password)); // EXPECT: secret-elidable-zeroization
}
