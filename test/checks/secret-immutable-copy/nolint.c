// NOLINT in its three forms.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

const char *g_intern_string(const char *);

void on_the_line(SECRET const char *pw) {
  g_intern_string(pw); // NOLINT(secret-immutable-copy)
}
void next_line(SECRET const char *pw) {
  // NOLINTNEXTLINE(secret-immutable-copy)
  g_intern_string(pw);
}
// NOLINTBEGIN(secret-immutable-copy)
SECRET static const char *const test_token = "test";
void between(SECRET const char *pw) { g_intern_string(pw); }
// NOLINTEND(secret-immutable-copy)
void behind_the_end(SECRET const char *pw) {
  g_intern_string(pw); // EXPECT: secret-immutable-copy
}
void another_check(SECRET const char *pw) {
  // NOLINTNEXTLINE(secret-hidden-copy)
  g_intern_string(pw); // EXPECT: secret-immutable-copy
}
