// annotate("zeroizes") and annotate("interns"), and names that say so.
// RUN: %expect %s

#define SECRET __attribute__((annotate("secret")))
#define ZEROIZES __attribute__((annotate("zeroizes")))
#define INTERNS __attribute__((annotate("interns")))
typedef __SIZE_TYPE__ size_t;
void fill(SECRET void *k);

void make_it_go_away(void *p, size_t n);
void make_it_go_away(void *p, size_t n) ZEROIZES;
void make_it_go(void *p, size_t n);
const char *unique(const char *s) INTERNS;
void Secure_Erase(void *p, size_t n);
void mem_burn(void *p, size_t n);
struct ctx { SECRET unsigned char k[32]; };
void ctx_free(struct ctx *c);
void ctx_update(struct ctx *c);

void tagged(void) {
  unsigned char k[32];
  fill(k);
  make_it_go_away(k, sizeof(k));
}
void untagged(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  make_it_go(k, sizeof(k));
}
void named(void) {
  unsigned char k[32], l[32];
  fill(k);
  fill(l);
  Secure_Erase(k, sizeof(k));
  mem_burn(l, sizeof(l));
}
void destroyed(void) {
  struct ctx c;
  fill(c.k);
  ctx_free(&c);
}
void not_destroyed(void) {
  struct ctx c; // EXPECT: secret-missing-zeroization
  fill(c.k);
  ctx_update(&c);
}
void interned(void) {
  char k[32];
  fill(k);
  unique(k); // EXPECT: secret-immutable-copy
  make_it_go_away(k, sizeof(k));
}
