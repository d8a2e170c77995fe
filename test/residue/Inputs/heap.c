/* Blocks in every state that glibc's malloc knows. argv[1] holds the secret. */
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char secret[64];

static char *copy(size_t size, size_t at) {
  char *block = malloc(size);
  memcpy(block + at, secret, 40);
  return block;
}

static void *threaded(void *unused) {
  (void)unused;
  copy(5000, 100);        /* live, in the thread's arena */
  free(copy(520, 100));   /* freed, in its cache */
  pause();
  return 0;
}

int main(int argc, char **argv) {
  int file = open(argv[1], O_RDONLY);
  (void)!read(file, secret, 40);
  char *small[9];
  for (int i = 0; i != 9; ++i)
    small[i] = copy(72, 24);
  copy(1000, 64);         /* live */
  char *big = copy(3000, 64);
  copy(48, 0);
  copy(1 << 20, 4096);    /* a mapping of its own */
  pthread_t thread;
  pthread_create(&thread, 0, threaded, 0);
  usleep(100000);
  free(big);              /* unsorted bin */
  for (int i = 0; i != 9; ++i)
    free(small[i]);       /* seven in the cache, two in a fast bin */
  memset(secret, 0, sizeof secret);
  if (argc > 2)
    abort();
  exit(0);
}
