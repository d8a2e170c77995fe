#include <secret-tidy/secret.h>
#include <string.h>
#include <unistd.h>

int login(int fd, int (*check)(const char *)) {
  SECRET char pin[16] = {0};
  if (read(fd, pin, sizeof pin - 1) < 1)
    return -1;
  int ok = check(pin);
  memset(pin, 0, sizeof pin);
  return ok;
}
