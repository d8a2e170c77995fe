// A password that is left in memory, for the example of docs/ci.md.
#include <unistd.h>

int check(const char *Password, long Length);

int login(int Terminal) {
  __attribute__((annotate("secret"))) char Password[64];
  long Length = read(Terminal, Password, sizeof Password);
  if (Length < 0)
    return -1;
  return check(Password, Length);
}
