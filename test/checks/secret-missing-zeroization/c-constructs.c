// What C and GNU C can do with a local: VLAs, compound literals, statement
// expressions, conditional operators, macros, K&R definitions, static locals.
// RUN: %expect %s -- -std=gnu17 -Wno-deprecated-non-prototype
#include "../../Inputs/mock.h"

#define WIPE(A) explicit_bzero((A), sizeof(A))
#define WITH_KEY(Name)                                                         \
  unsigned char Name[32];                                                      \
  fill(Name)
#define DONE(R)                                                                \
  do {                                                                         \
    WIPE(k);                                                                   \
    return R;                                                                  \
  } while (0)

void vla(size_t n) {
  unsigned char k[n]; // EXPECT: secret-missing-zeroization
  fill(k);
  use(k);
}
void vla_zeroized(size_t n) {
  unsigned char k[n];
  fill(k);
  use(k);
  explicit_bzero(k, sizeof(k));
}
void on_the_stack(size_t n) {
  unsigned char *k = __builtin_alloca(n);
  fill(k);
  use(k);
  explicit_bzero(k, n);
}
void compound_literal(void) {
  unsigned char *k = (unsigned char[32]){0};
  fill(k);
  use(k);
  explicit_bzero(k, 32);
}
int statement_expression(void) {
  return ({
    unsigned char k[32]; // EXPECT: secret-missing-zeroization
    fill(k);
    use(k);
  });
}
int statement_expression_zeroized(void) {
  return ({
    unsigned char k[32];
    fill(k);
    int r = use(k);
    WIPE(k);
    r;
  });
}
void conditional(int n) {
  unsigned char a[32], b[32]; // EXPECT: secret-missing-zeroization
  fill(a);
  fill(b);
  unsigned char *p = n ? a : b;
  use(p);
  WIPE(a);
}
void conditional_zeroized(int n) {
  unsigned char a[32], b[32];
  fill(a);
  fill(b);
  use(n ? a : b);
  WIPE(a);
  WIPE(b);
}
void conditional_call(int n) {
  unsigned char k[32];
  n ? fill(k) : 0;
  n ? explicit_bzero(k, sizeof(k)) : (void)0;
}
void short_circuit(int n) {
  unsigned char k[32];
  fill(k);
  if (n && use(k))
    return; // EXPECT: secret-missing-zeroization
  WIPE(k);
}
int elvis(void) {
  unsigned char k[32];
  fill(k);
  int r = use(k) ?: -1;
  WIPE(k);
  return r;
}
int macro_exit(int n) {
  unsigned char k[32];
  fill(k);
  if (n)
    DONE(1);
  return use(k); // EXPECT: secret-missing-zeroization
}
int macro_exits(int n) {
  unsigned char k[32];
  fill(k);
  if (n)
    DONE(1);
  DONE(0);
}
void macro_declaration(void) {
  WITH_KEY(k); // EXPECT: secret-missing-zeroization
  use(k);
}
void macro_zeroized(void) {
  WITH_KEY(k);
  use(k);
  WIPE(k);
}
int old_style(n, p)
  int n;
  unsigned char *p;
{
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  return use(k) + n + p[0];
}
int old_style_zeroized(n)
  int n;
{
  unsigned char k[32];
  fill(k);
  n += use(k);
  explicit_bzero(k, sizeof(k));
  return n;
}
void type_of(void) {
  unsigned char k[32];
  __typeof__(k) copy; // EXPECT: secret-missing-zeroization
  fill(k);
  memcpy(copy, k, sizeof(copy));
  use(copy);
  WIPE(k);
}
void static_local(void) {
  static unsigned char k[32]; // its life does not end
  fill(k); // EXPECT: secret-hidden-copy
  use(k);
}
