// The environment and the command line keep what a secret is taken from.
// RUN: %expect %s -- -std=gnu2x
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void use(const void *);
void login([[secret]] const char *token);

void pointer(void) {
  [[secret]] const char *t = getenv("TOKEN"); // EXPECT: secret-hidden-copy
  use(t);
}
void assigned(void) {
  [[secret]] const char *t;
  t = getenv("TOKEN"); // EXPECT: secret-hidden-copy
  use(t);
}
void copied(void) {
  [[secret]] char k[64] = "";
  const char *t = getenv("TOKEN");
  if (t)
    strncpy(k, t, sizeof k - 1); // EXPECT: secret-hidden-copy
  use(k);
  explicit_bzero(k, sizeof k);
}
void duplicated(void) {
  const char *t = getenv("TOKEN");
  [[secret]] char *k = t ? strdup(t) : NULL; // EXPECT: secret-hidden-copy
  if (!k)
    return;
  use(k);
  explicit_bzero(k, strlen(k));
  free(k);
}
void passed(void) {
  login(getenv("TOKEN")); // EXPECT: secret-hidden-copy
}
// Once, where it is taken.
void passed_later(void) {
  [[secret]] const char *t = getenv("TOKEN"); // EXPECT: secret-hidden-copy
  if (t)
    login(t);
}
// Twins: nothing there is a secret.
void public_variable(void) {
  const char *home = getenv("HOME");
  use(home);
}
void public_copy(void) {
  char path[64];
  [[secret]] char k[8];
  use(k);
  snprintf(path, sizeof path, "%s/.netrc", getenv("HOME"));
  use(path);
  explicit_bzero(k, sizeof k);
}

int main(int argc, char **argv) {
  [[secret]] const char *k = argc > 1 ? argv[1] : NULL; // EXPECT: secret-hidden-copy
  [[secret]] char own[32] = "";
  if (argc > 2)
    strncpy(own, argv[2], sizeof own - 1); // EXPECT: secret-hidden-copy
  use(k);
  use(own);
  explicit_bzero(own, sizeof own);
  use(argc > 3 ? argv[3] : NULL);
}
