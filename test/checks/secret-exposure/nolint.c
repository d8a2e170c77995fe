// NOLINT in its three forms.
// RUN: %expect %s -- -std=gnu2x
#include <stdio.h>

void on_the_line([[secret]] const char *pw) {
  puts(pw); // NOLINT(secret-exposure)
}
void next_line([[secret]] const char *pw) {
  // NOLINTNEXTLINE(secret-exposure)
  puts(pw);
}
// NOLINTBEGIN(secret-exposure)
void between([[secret]] const char *pw) { puts(pw); }
// NOLINTEND(secret-exposure)
void behind_the_end([[secret]] const char *pw) {
  puts(pw); // EXPECT: secret-exposure
}
void another_check([[secret]] const char *pw) {
  // NOLINTNEXTLINE(secret-hidden-copy)
  puts(pw); // EXPECT: secret-exposure
}
