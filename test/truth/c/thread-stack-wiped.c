// A thread zeroizes before it ends.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <pthread.h>
#include <string.h>

static void *tsw_work(void *unused) {
  SECRET unsigned char key[64];
  (void)unused;
  fill(key, sizeof key);
  use(key, sizeof key);
  explicit_bzero(key, sizeof key);
  return NULL;
}

void run(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, tsw_work, NULL) == 0)
    pthread_join(thread, NULL);
}
