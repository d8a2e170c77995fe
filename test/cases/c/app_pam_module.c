// A PAM module that asks for a password and checks it.
// CATEGORY: application
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>

void explicit_bzero(void *p, size_t n);
int ask(void *conv, const char *prompt, [[secret]] char **answer);
int verify(const char *user, const char *password);
int lookup_hash(const char *user, char *hash, size_t n);

static void scrub(char *s) {
  if (s)
    explicit_bzero(s, strlen(s));
}

int authenticate(void *conv, const char *user) {
  [[secret]] char *password = NULL;
  if (ask(conv, "Password: ", &password) != 0)
    return -1;
  int rc = verify(user, password);
  scrub(password);
  free(password);
  return rc;
}

int authenticate_logs(void *conv, const char *user) {
  [[secret]] char *password = NULL;
  if (ask(conv, "Password: ", &password) != 0)
    return -1;
  int rc = verify(user, password);
  if (rc != 0)
    syslog(LOG_AUTH | LOG_ERR, "bad password %s for %s", password, user); // EXPECT: secret-exposure
  scrub(password);
  free(password);
  return rc;
}

int authenticate_counts(void *conv, const char *user) {
  [[secret]] char *password = NULL;
  if (ask(conv, "Password: ", &password) != 0)
    return -1;
  int rc = verify(user, password);
  if (rc != 0)
    syslog(LOG_AUTH | LOG_ERR, "bad password of %zu bytes for %s", strlen(password), user);
  scrub(password);
  free(password);
  return rc;
}

int authenticate_loose(void *conv, const char *user) {
  [[secret]] char *password = NULL;
  if (ask(conv, "Password: ", &password) != 0)
    return -1;
  int rc = verify(user, password);
  free(password); // EXPECT: secret-missing-zeroization
  return rc;
}

int authenticate_memset(void *conv, const char *user) {
  [[secret]] char *password = NULL;
  if (ask(conv, "Password: ", &password) != 0)
    return -1;
  int rc = verify(user, password);
  memset(password, 0, strlen(password)); // EXPECT: secret-elidable-zeroization
  free(password);
  return rc;
}

int change(void *conv, const char *user) {
  [[secret]] char old[128];
  [[secret]] char fresh[128]; // EXPECT: secret-missing-zeroization
  char *answer = NULL;
  if (ask(conv, "Old: ", &answer) != 0)
    return -1;
  snprintf(old, sizeof old, "%s", answer);
  scrub(answer);
  free(answer);
  answer = NULL;
  if (ask(conv, "New: ", &answer) != 0) {
    explicit_bzero(old, sizeof old);
    return -1;
  }
  snprintf(fresh, sizeof fresh, "%s", answer);
  scrub(answer);
  free(answer);
  int rc = strcmp(old, fresh) == 0 ? -2 : verify(user, old);
  explicit_bzero(old, sizeof old);
  return rc;
}

int hash_only(const char *user) {
  char hash[128];
  int rc = lookup_hash(user, hash, sizeof hash);
  printf("%s: %s\n", user, hash);
  return rc;
}
