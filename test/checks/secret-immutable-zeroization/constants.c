// Literals and constant objects.
// RUN: %expect %s -- -std=gnu2x
#include <string.h>

void use(const void *);
void fill(void *);

void literal(void) {
  [[secret]] char *k = (char *)"hunter2"; // EXPECT: secret-immutable-copy
  use(k);
  memset(k, 0, 7); // EXPECT: secret-immutable-zeroization
}
void literal_by_loop(void) {
  [[secret]] char *k = (char *)"hunter2"; // EXPECT: secret-immutable-copy
  use(k);
  for (int i = 0; i < 7; ++i) // EXPECT: secret-immutable-zeroization
    k[i] = 0;
}
// Twin: a copy of the literal in memory of one's own.
void literal_copied(void) {
  [[secret]] char k[8] = "hunter2"; // EXPECT: secret-immutable-copy
  fill(k);
  explicit_bzero(k, sizeof k);
}

[[secret]] static const char pin[] = "1234"; // EXPECT: secret-immutable-copy
void constant(void) {
  use(pin);
  explicit_bzero((void *)pin, sizeof pin); // EXPECT: secret-immutable-zeroization
}
// Twin: a variable.
[[secret]] static char pin_variable[8];
void variable(void) {
  fill(pin_variable);
  explicit_bzero(pin_variable, sizeof pin_variable);
}
// Twin: a view of a variable by pointer to const.
void view(void) {
  [[secret]] char k[8];
  const char *view = k;
  fill(k);
  explicit_bzero((char *)view, sizeof k);
}
// Twin: nothing secret is meant.
static const char greeting[] = "hello";
void untagged(void) {
  char *text = (char *)"hello";
  memset(text, 0, 5);
  memset((char *)greeting, 0, sizeof greeting);
}
