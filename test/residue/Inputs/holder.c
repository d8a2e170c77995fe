/* Copies what a file holds to many places. */
#include "secret-tidy/residue.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char global[64];

__attribute__((noinline)) static int load(const char *path, char *into) {
  int file = open(path, O_RDONLY);
  int size = (int)read(file, into, 63);
  close(file);
  into[size > 0 ? size : 0] = 0;
  return size;
}

__attribute__((noinline)) static int work(const char *path) {
  char local[64];
  int size = load(path, local);
  char *kept = malloc(200);
  char *freed = malloc(300);
  strcpy(kept + 32, local);
  strcpy(freed + 32, local);
  free(freed);
  strcpy(global, local);
  secret_residue_checkpoint("middle");
  memset(local, 0, sizeof local);
  __asm__ volatile("" : : "r"(local) : "memory");
  FILE *stream = fopen(path, "r");
  (void)!fgets(local, sizeof local, stream);
  secret_residue_checkpoint("end");
  return size;
}

int main(int argc, char **argv) {
  int size = work(argv[1]);
  memset(global, 0, sizeof global);
  if (argc > 2 && strcmp(argv[2], "abort") == 0)
    abort();
  if (argc > 2 && strcmp(argv[2], "wait") == 0) {
    puts("ready");
    fflush(stdout);
    pause();
  }
  return size < 0;
}
