// getline grows its line by realloc, whatever the stream's buffer is.
// RUN: %expect %s -- -std=gnu2x
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void use(const void *);

void read_line(FILE *f) {
  [[secret]] char *k = NULL;
  size_t n = 0;
  if (getline(&k, &n, f) > 0) // EXPECT: secret-hidden-copy
    use(k);
  if (k)
    explicit_bzero(k, n);
  free(k);
}
void read_unbuffered(FILE *f) {
  [[secret]] char *k = NULL;
  size_t n = 0;
  setvbuf(f, NULL, _IONBF, 0);
  if (getline(&k, &n, f) > 0) // EXPECT: secret-hidden-copy
    use(k);
  if (k)
    explicit_bzero(k, n);
  free(k);
}
// Twin: a public line.
void read_public(FILE *f) {
  char *k = NULL;
  size_t n = 0;
  if (getline(&k, &n, f) > 0)
    use(k);
  free(k);
}
