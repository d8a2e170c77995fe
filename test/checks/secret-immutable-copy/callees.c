// A visible callee that makes the copy is reported at the outermost call, unless
// its own parameter is tagged.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

const char *g_intern_string(const char *);

static void intern(const char *s) { g_intern_string(s); }
static void intern_deep(const char *s) { intern(s); }
static void intern_tagged(SECRET const char *s) {
  g_intern_string(s); // EXPECT: secret-immutable-copy
}
static void looks(const char *s) { use(s); }

void outermost(SECRET const char *pw) {
  intern(pw); // EXPECT: secret-immutable-copy
}
void outermost_of_two(SECRET const char *pw) {
  intern_deep(pw); // EXPECT: secret-immutable-copy
}
void callees_own_report(SECRET const char *pw) { intern_tagged(pw); }
void not_interned(SECRET const char *pw) { looks(pw); }
void public_name(const char *name) { intern_deep(name); }
