// A thread leaves the secret on its stack, which is kept for the next one.
// MEMORY: clang-O0 residue, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <pthread.h>

static void *ts_work(void *unused) {
  SECRET unsigned char key[64];
  (void)unused;
  fill(key, sizeof key);
  use(key, sizeof key);
  return NULL;
}

void run(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, ts_work, NULL) == 0)
    pthread_join(thread, NULL);
}
