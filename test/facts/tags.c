// Tags reach the facts: objects, pointers, arguments, results, public ones.
// RUN: %secret-audit --dump-facts %s -- -std=c99 -w | %FileCheck %s
#include "../Inputs/mock.h"

__attribute__((annotate("secret"))) unsigned char *get_key(void);
__attribute__((annotate("zeroizes"))) void gone(void *, size_t);
__attribute__((annotate("public"))) unsigned digest(const void *);
void hash(const void *in, __attribute__((annotate("public"))) void *out);
void app_wipe(void *, size_t);
struct SECRET key {
  unsigned char b[16];
};
void key_free(struct key *);
void key_init(struct key *);

void tags(SECRET unsigned char *p, SECRET unsigned pin, struct key *k) {
  SECRET unsigned char a[32];
  struct key own;
  key_init(&own);
  p = get_key();
  hash(p, a);
  app_wipe(a, sizeof(a));
  gone(a, sizeof(a));
  key_free(&own);
}
// CHECK-LABEL: facts of tags
// CHECK: parameter 'p' 8 bytes secret*
// CHECK: parameter 'pin' 4 bytes secret[0, 4)
// CHECK: local 'a' 32 bytes secret[0, 32)
// CHECK: local 'own' 16 bytes secret[0, 16)
// CHECK: call key_init({{%[0-9]+}}) initializes
// CHECK: call get_key() result-secret
// CHECK: call hash({{%[0-9]+}}, {{%[0-9]+}} public)
// CHECK: call app_wipe({{.*}}) zeroizes
// CHECK: call gone({{.*}}) zeroizes
// CHECK: call key_free({{.*}}) destroys
