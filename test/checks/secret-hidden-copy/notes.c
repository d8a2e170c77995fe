// The message names the copy and what to do; the notes tell the story.
// RUN: %clang-tidy --quiet --checks='-*,secret-hidden-copy' --config={} %s -- -std=gnu2x \
// RUN:   | %FileCheck %s --implicit-check-not=warning: --implicit-check-not=note:
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct key {
  [[secret]] unsigned char k[32];
};
int remote(struct key);
void use(const void *);

void *grow([[secret]] char *p) {
  return realloc(p, 64);
}
// CHECK: notes.c:[[#@LINE-2]]:10: warning: 'realloc' may move '*p', which holds a secret, and leave a copy in the old block; allocate a new block, copy, zeroize the old one and free it [secret-hidden-copy]
// CHECK: notes.c:[[#@LINE-4]]:{{[0-9]+}}: note: 'p' is tagged secret

int pass(const struct key *k) {
  return remote(*k);
}
// CHECK: notes.c:[[#@LINE-2]]:10: warning: passing '*k' by value copies the secret in it to 'remote'; pass a pointer
// CHECK: notes.c:9:{{[0-9]+}}: note: field 'k' of 'struct key' is tagged secret

struct key give(const struct key *k) {
  return *k;
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: returning '*k' by value copies the secret in it; fill an object of the caller through a pointer
// CHECK: notes.c:9:{{[0-9]+}}: note: field 'k'

void line(FILE *f) {
  [[secret]] char k[64];
  fgets(k, sizeof k, f);
  explicit_bzero(k, sizeof k);
}
// CHECK: notes.c:[[#@LINE-3]]:3: warning: 'fgets' leaves a copy of the secret in the stream's buffer; use read, or call setvbuf with _IONBF first
// CHECK: notes.c:[[#@LINE-5]]:{{[0-9]+}}: note: 'k' is tagged secret
// CHECK: notes.c:[[#@LINE-5]]:3: note: the secret arrives in 'k' here (by 'fgets')

void environment(void) {
  [[secret]] const char *k = getenv("K");
  use(k);
}
// CHECK: notes.c:[[#@LINE-3]]:30: warning: the secret comes from the environment, which keeps a copy and hands it on to every process that is started; take it from a file, a pipe or the user
// CHECK: notes.c:[[#@LINE-4]]:{{[0-9]+}}: note: 'k' is tagged secret

void scratch([[secret]] const char *k) {
  static char own[32];
  memcpy(own, k, sizeof own);
  use(own);
}
// CHECK: notes.c:[[#@LINE-3]]:3: warning: a secret is copied to the static 'own' and stays there when the function ends; zeroize it before the function ends, or use a local
// CHECK: notes.c:[[#@LINE-6]]:{{[0-9]+}}: note: 'k' is tagged secret
// CHECK: notes.c:[[#@LINE-5]]:3: note: copied to 'own' here

static int read_line(FILE *f, char *to) { return fgets(to, 32, f) != NULL; }
void in_a_callee(FILE *f) {
  [[secret]] char k[32];
  read_line(f, k);
  explicit_bzero(k, sizeof k);
}
// CHECK: notes.c:[[#@LINE-3]]:3: warning: 'read_line' is given room for a secret, and the stream's buffer keeps a copy of what 'fgets' reads
// CHECK: notes.c:[[#@LINE-5]]:{{[0-9]+}}: note: 'k' is tagged secret
// CHECK: notes.c:[[#@LINE-5]]:3: note: the secret arrives in 'k' here (by 'read_line')
// CHECK: notes.c:[[#@LINE-9]]:50: note: in 'read_line', here
