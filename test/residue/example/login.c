/* What a project's own test may look like: it must not leave the password. */
#include <fcntl.h>
#include <secret-tidy/residue.h>
#include <string.h>
#include <unistd.h>

static int login(const char *path) {
  static char password[64];
  int file = open(path, O_RDONLY);
  int size = (int)read(file, password, sizeof password);
  close(file);
#ifndef FORGETFUL
  explicit_bzero(password, sizeof password);
#endif
  return size > 0;
}

int main(int argc, char **argv) {
  int ok = argc > 1 && login(argv[1]);
  secret_residue_checkpoint("after login");
  return !ok;
}
