// Steps of the story that lead across a pointer or into a callee.
// RUN: %clang-tidy --quiet --checks='-*,secret-missing-zeroization' --config={} %s -- -std=c99 \
// RUN:   | %FileCheck %s
#include "../../Inputs/mock.h"

static void give_back(unsigned char *p) { free(p); }

// The tag of the object that a call fills.
void filled(void) {
  SECRET unsigned char k[32];
  fill(k);
}
// CHECK: story.c:[[#@LINE-3]]:{{[0-9]+}}: warning: 'k' holds a secret
// CHECK-DAG: story.c:[[#@LINE-4]]:{{[0-9]+}}: note: 'k' is tagged secret
// CHECK-DAG: story.c:[[#@LINE-4]]:3: note: {{.*}}'fill'

// The tag of the pointer that the copy reads from.
void copied(SECRET const unsigned char *key) {
  unsigned char copy[32];
  memcpy(copy, key, sizeof(copy));
}
// CHECK: story.c:[[#@LINE-3]]:{{[0-9]+}}: warning: 'copy' holds a secret
// CHECK: story.c:[[#@LINE-5]]:{{[0-9]+}}: note: 'key' is tagged secret
// CHECK: story.c:[[#@LINE-4]]:3: note: copied to 'copy' here

// The release in the callee.
void in_a_callee(void) {
  unsigned char *p = malloc(32);
  if (!p)
    return;
  fill(p);
  give_back(p);
}
// CHECK: story.c:[[#@LINE-2]]:3: warning: {{.*}}'give_back'
// CHECK: story.c:6:43: note: {{.*}}'give_back'
