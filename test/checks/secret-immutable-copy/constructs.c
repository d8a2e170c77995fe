// Copies into unsuitable storage in every construct of C.
// RUN: %expect %s -- -std=gnu17 -Wno-deprecated-non-prototype
#include "../../Inputs/mock.h"

const char *g_intern_string(const char *);
#define INTERN(S) g_intern_string(S)
struct rec {
  const char *name;
  SECRET char pass[16];
};
static const char *(*const interner)(const char *) = g_intern_string;

void field(struct rec *r) {
  g_intern_string(r->pass); // EXPECT: secret-immutable-copy
  g_intern_string(r->name);
}
void element(struct rec *r, int i) {
  g_intern_string(r[i].pass); // EXPECT: secret-immutable-copy
}
void macro(SECRET const char *pw) {
  INTERN(pw); // EXPECT: secret-immutable-copy
}
void pointer(SECRET const char *pw) {
  interner(pw); // EXPECT: secret-immutable-copy
}
void conditional(SECRET const char *pw, int n) {
  n ? g_intern_string(pw) : ""; // EXPECT: secret-immutable-copy
}
void elvis(SECRET const char *pw) {
  g_intern_string(pw ?: ""); // EXPECT: secret-immutable-copy
}
void statement_expression(SECRET const char *pw) {
  (void)({ g_intern_string(pw); }); // EXPECT: secret-immutable-copy
}
void comma(SECRET const char *pw, const char *name) {
  g_intern_string((use(pw), name));
  g_intern_string((use(name), pw)); // EXPECT: secret-immutable-copy
}
int in_a_switch(SECRET const char *pw, int n) {
  switch (n) {
  case 1:
    g_intern_string("one");
    break;
  default:
    g_intern_string(pw); // EXPECT: secret-immutable-copy
  }
  return 0;
}
int old_style(pw)
  const char *pw SECRET; // in front, Clang gives the attribute to the function
{
  g_intern_string(pw); // EXPECT: secret-immutable-copy
  return 0;
}
void overwritten(SECRET const char *pw) {
  const char *p = pw;
  p = "public";
  g_intern_string(p);
}
void in_a_loop(SECRET const char *pw, int n) {
  char buf[2] = {0};
  for (int i = 0; i < n; i++) {
    buf[0] = pw[i];
    g_intern_string(buf); // EXPECT: secret-immutable-copy
  }
  explicit_bzero(buf, sizeof(buf));
}
void compound_literal(SECRET const char *pw) {
  SECRET const char *p = (const char[]){"toor"}; // ALLOW: secret-immutable-copy
  g_intern_string((const char *[]){"a", pw}[0]);
}
