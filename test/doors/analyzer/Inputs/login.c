int read(int fd, void *to, unsigned long size);
void *memset(void *p, int c, unsigned long n);

int login(int fd, int (*check)(const char *)) {
  [[secret]] char pin[16] = {0};
  if (read(fd, pin, sizeof pin - 1) < 1)
    return -1;
  int ok = check(pin);
  memset(pin, 0, sizeof pin);
  return ok;
}
