// Passphrases from files, the environment and the command line.
// CATEGORY: application
#define _DEFAULT_SOURCE 1
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void explicit_bzero(void *p, size_t n);
int unlock([[secret]] const char *pass);

int from_file(const char *path) {
  [[secret]] char pass[256];
  FILE *f = fopen(path, "r");
  if (!f)
    return -1;
  if (!fgets(pass, sizeof pass, f)) { // EXPECT: secret-hidden-copy
    fclose(f);
    return -1;
  }
  fclose(f);
  int rc = unlock(pass);
  explicit_bzero(pass, sizeof pass);
  return rc;
}

int from_file_unbuffered(const char *path) {
  [[secret]] char pass[256];
  FILE *f = fopen(path, "r");
  if (!f)
    return -1;
  setvbuf(f, NULL, _IONBF, 0);
  if (!fgets(pass, sizeof pass, f)) {
    fclose(f);
    return -1;
  }
  fclose(f);
  int rc = unlock(pass);
  explicit_bzero(pass, sizeof pass);
  return rc;
}

int from_env(void) {
  [[secret]] const char *pass = getenv("VAULT_PASS"); // EXPECT: secret-hidden-copy
  return pass ? unlock(pass) : -1;
}

int home(void) {
  const char *dir = getenv("HOME");
  return dir ? (int)strlen(dir) : -1;
}

int to_child(const char *cmd) {
  [[secret]] char pass[64];
  char line[256];
  FILE *f = fopen("/dev/tty", "r");
  if (!f)
    return -1;
  setvbuf(f, NULL, _IONBF, 0);
  if (!fgets(pass, sizeof pass, f)) {
    fclose(f);
    return -1;
  }
  fclose(f);
  snprintf(line, sizeof line, "%s --pass %s", cmd, pass);
  int rc = system(line); // EXPECT: secret-exposure
  explicit_bzero(line, sizeof line);
  explicit_bzero(pass, sizeof pass);
  return rc;
}

int to_env(void) {
  [[secret]] char pass[64];
  FILE *f = fopen("/dev/tty", "r");
  if (!f)
    return -1;
  setvbuf(f, NULL, _IONBF, 0);
  if (fgets(pass, sizeof pass, f))
    setenv("PGPASSWORD", pass, 1); // EXPECT: secret-exposure
  fclose(f);
  explicit_bzero(pass, sizeof pass);
  return 0;
}

int main(int argc, char **argv) {
  if (argc > 1 && unlock(argv[1]) == 0) // EXPECT: secret-hidden-copy
    return 0;
  printf("%s: locked\n", argv[0]);
  return from_env();
}
