// Every object of a tagged record, enum or alias is secret.
// RUN: %expect %s

#define SECRET __attribute__((annotate("secret")))
void use(const void *k);
void fill(void *k);

struct SECRET session { unsigned char k[32]; int n; };
typedef struct session session_t;
typedef SECRET unsigned char aes_key[32];
typedef aes_key alias_of_alias;
typedef SECRET struct { unsigned char k[8]; } unnamed;
struct plain { unsigned char k[32]; };

void record(void) {
  struct session s; // EXPECT: secret-missing-zeroization
  fill(&s);
  use(&s);
}
void through_alias(void) {
  session_t s; // EXPECT: secret-missing-zeroization
  fill(&s);
  use(&s);
}
void array_of_records(void) {
  session_t s[2]; // EXPECT: secret-missing-zeroization
  fill(s);
  use(s);
}
void alias(void) {
  aes_key k; // EXPECT: secret-missing-zeroization
  fill(k);
  use(k);
}
void deeper_alias(void) {
  alias_of_alias k; // EXPECT: secret-missing-zeroization
  fill(k);
  use(k);
}
void unnamed_record(void) {
  unnamed u; // EXPECT: secret-missing-zeroization
  fill(&u);
  use(&u);
}
void untagged_record(void) {
  struct plain p;
  fill(&p);
  use(&p);
}
void only_a_pointer(struct session *s) {
  struct session *p = s;
  use(p);
}
