// The message names the secret and the storage; the notes tell the story.
// RUN: %clang-tidy --quiet --checks='-*,secret-immutable-copy' --config={} %s -- -std=c99 \
// RUN:   | %FileCheck %s --implicit-check-not=warning: --implicit-check-not=note:
#include "../../Inputs/mock.h"

const char *g_intern_string(const char *);
typedef struct _object PyObject;
PyObject *PyUnicode_FromString(const char *);
static void intern(const char *s) { g_intern_string(s); }

SECRET static const char *const token = "ghp_1234";
// CHECK: notes.c:[[#@LINE-1]]:41: warning: the secret 'token' is a constant in the program's image, where nothing can zeroize it; read it at run time instead [secret-immutable-copy]

void interned(SECRET const char *pw) { g_intern_string(pw); }
// CHECK: notes.c:[[#@LINE-1]]:40: warning: 'g_intern_string' copies '*pw' into interned storage, one copy for all equal values{{.*}} [secret-immutable-copy]
// CHECK: notes.c:[[#@LINE-2]]:{{[0-9]+}}: note: 'pw' is tagged secret

void immutable(const char *from) {
  SECRET char pw[32];
  memcpy(pw, from, sizeof(pw));
  PyUnicode_FromString(pw);
  explicit_bzero(pw, sizeof(pw));
}
// CHECK: notes.c:[[#@LINE-3]]:3: warning: 'PyUnicode_FromString' copies 'pw' into immutable storage
// CHECK: notes.c:[[#@LINE-6]]:{{[0-9]+}}: note: 'pw' is tagged secret
// CHECK: notes.c:[[#@LINE-6]]:3: note: the secret arrives in 'pw' here

void in_a_callee(SECRET const char *pw) { intern(pw); }
// CHECK: notes.c:[[#@LINE-1]]:43: warning: 'intern' is given a secret, and 'g_intern_string' copies it
// CHECK: notes.c:[[#@LINE-2]]:{{[0-9]+}}: note: 'pw' is tagged secret
// CHECK: notes.c:9:37: note: in 'intern', here
