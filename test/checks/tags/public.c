// annotate("public") ends secrecy, whatever flows in.
// RUN: %expect %s

#define SECRET __attribute__((annotate("secret")))
#define PUBLIC __attribute__((annotate("public")))
typedef __SIZE_TYPE__ size_t;
void *memcpy(void *, const void *, size_t);
void use(const void *k);
void seal(SECRET const unsigned char *key, PUBLIC unsigned char *out);
PUBLIC unsigned fingerprint(const unsigned char *key);

void variable(SECRET const unsigned char *key) {
  PUBLIC unsigned char copy[32];
  memcpy(copy, key, sizeof(copy));
  use(copy);
}
void parameter(SECRET const unsigned char *key) {
  unsigned char out[32];
  seal(key, out);
  use(out);
}
void result(SECRET const unsigned char *key) {
  unsigned print[1];
  print[0] = fingerprint(key);
  use(print);
}
void near_twin(SECRET const unsigned char *key) {
  unsigned char copy[32]; // EXPECT: secret-missing-zeroization
  memcpy(copy, key, sizeof(copy));
  use(copy);
}
