// The plugin's own attribute means what annotate("secret") means.
// RUN: %expect %s -- -std=c99
// RUN: %expect %s -- -std=c11
// RUN: %expect %s -- -std=gnu17
// RUN: %expect %s -- -std=c2x

void use(const void *k);
void fill([[secret]] unsigned char *k);
struct __attribute__((secret)) session { unsigned char k[32]; };

void by_argument(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  use(k);
}
void by_variable(const unsigned char *p) {
  [[secret]] unsigned char k[32]; // EXPECT: secret-missing-zeroization
  __builtin_memcpy(k, p, sizeof(k));
  use(k);
}
void by_type(const struct session *p) {
  struct session s = *p; // EXPECT: secret-missing-zeroization
  use(&s);
}
