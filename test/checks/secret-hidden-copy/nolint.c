// NOLINT in its three forms.
// RUN: %expect %s -- -std=gnu2x
#include <stdlib.h>

void use(const void *);

void on_the_line(void) {
  [[secret]] const char *t = getenv("A"); // NOLINT(secret-hidden-copy)
  use(t);
}
void next_line(void) {
  // NOLINTNEXTLINE(secret-hidden-copy)
  [[secret]] const char *t = getenv("A");
  use(t);
}
// NOLINTBEGIN(secret-hidden-copy)
void between(void) {
  [[secret]] const char *t = getenv("A");
  use(t);
}
// NOLINTEND(secret-hidden-copy)
void behind_the_end(void) {
  [[secret]] const char *t = getenv("A"); // EXPECT: secret-hidden-copy
  use(t);
}
void another_check(void) {
  // NOLINTNEXTLINE(secret-exposure)
  [[secret]] const char *t = getenv("A"); // EXPECT: secret-hidden-copy
  use(t);
}
