// RUN: %check-tidy --clean %s secret-* %t -- -- -std=gnu17
#include <stdlib.h>
#include <string.h>

void fill(__attribute__((annotate("secret"))) unsigned char *k);

int pointer_size(void) {
  unsigned char k[32];
  fill(k);
  explicit_bzero(k, sizeof(unsigned char *));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-partial-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(k, sizeof(k));{{$}}
  return 0;
}

struct session {
  __attribute__((annotate("secret"))) unsigned char key[32];
  int id;
};

int record_in_a_block(void) {
  struct session *s = malloc(sizeof(*s));
  if (!s)
    return 1;
  fill(s->key);
  explicit_bzero(s, sizeof(s));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-partial-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(s, sizeof(*s));{{$}}
  free(s);
  return 0;
}

int elidable_too(void) {
  struct session *s = malloc(sizeof(*s));
  if (!s)
    return 1;
  fill(s->key);
  memset(s, 0, sizeof(s));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-partial-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(s, sizeof(*s));{{$}}
  free(s);
  return 0;
}

void callers(struct session *s) {
  fill(s->key);
  memset(s, 0, sizeof(s));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-partial-zeroization]
  // CHECK-FIXES: {{^}}  memset(s, 0, sizeof(*s));{{$}}
}
