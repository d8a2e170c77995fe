// The message says what the storage is and why; the notes tell the story.
// RUN: %clang-tidy --quiet --checks='-*,secret-immutable-zeroization' --config={} %s -- -std=gnu2x \
// RUN:   | %FileCheck %s --implicit-check-not=warning: --implicit-check-not=note:
#include <string.h>

typedef struct _object PyObject;
const char *PyUnicode_AsUTF8(PyObject *);

void view(PyObject *o) {
  [[secret]] const char *k = PyUnicode_AsUTF8(o);
  memset((char *)k, 0, 8);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: this zeroization changes immutable storage, which crashes or changes what others hold: the str may be interned and then zeros are in every equal string; keep the secret in memory of your own instead [secret-immutable-zeroization]
// CHECK: notes.c:[[#@LINE-4]]:{{[0-9]+}}: note: 'k' is tagged secret

void literal(void) {
  [[secret]] char *k = (char *)"hunter2";
  memset(k, 0, 7);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: this zeroization changes a string literal, which crashes or changes what others hold; keep the secret in memory of your own instead

[[secret]] static const char pin[] = "1234";
void constant(void) {
  memset((char *)pin, 0, sizeof pin);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: this zeroization changes an object that is const, which crashes
// CHECK: notes.c:[[#@LINE-5]]:{{[0-9]+}}: note: 'pin' is tagged secret

static void wipe(void *p, unsigned long n) { memset(p, 0, n); }
void wrapper([[secret]] PyObject *o) {
  wipe((char *)PyUnicode_AsUTF8(o), 8);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: this zeroization changes immutable storage
// CHECK: notes.c:[[#@LINE-4]]:{{[0-9]+}}: note: 'o' is tagged secret
// CHECK: notes.c:[[#@LINE-6]]:46: note: 'wipe' zeroizes with memset here
