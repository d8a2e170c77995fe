/* Three threads with the secret on their stacks, or a child with it. */
#include "secret-tidy/residue.h"
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *path;

static void load(char *into) {
  int file = open(path, O_RDONLY);
  if (read(file, into, 24) != 24)
    abort();
  close(file);
}

static void *work(void *barrier) {
  char local[64];
  load(local);
  pthread_barrier_wait(barrier);
  pause();
  return local[0] ? 0 : barrier;
}

static void with_threads(void) {
  pthread_t threads[3];
  pthread_barrier_t barrier;
  pthread_barrier_init(&barrier, 0, 4);
  for (int i = 0; i != 3; ++i)
    pthread_create(&threads[i], 0, work, &barrier);
  pthread_barrier_wait(&barrier);
  secret_residue_checkpoint("threads");
}

static int with_child(void) {
  int status = 1, child = fork();
  if (child == 0) {
    char *kept = malloc(100);
    load(kept + 32);
    _exit(0);
  }
  waitpid(child, &status, 0);
  return status;
}

static int with_vfork(void) {
  int status = 1, child = vfork();
  if (child == 0) {
    execl("/bin/true", "true", (char *)0);
    _exit(1);
  }
  waitpid(child, &status, 0);
  return status;
}

__attribute__((noinline)) int together(void) { return with_child() + with_vfork(); }

int main(int argc, char **argv) {
  path = argv[1];
  if (strcmp(argv[2], "threads") == 0)
    with_threads();
  else
    return together();
  exit(0);
}
