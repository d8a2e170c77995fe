// A wrapper is judged at its call, a getter by what it returns.
// RUN: %expect %s -- -std=gnu2x
#include <string.h>

typedef struct _object PyObject;
const char *PyUnicode_AsUTF8(PyObject *);
void use(const void *);
void fill(void *);

static void wipe(void *p, unsigned long n) { memset(p, 0, n); }
static const char *text(PyObject *o) { return PyUnicode_AsUTF8(o); }
static void done(char *p) { explicit_bzero(p, strlen(p)); }

void wrapped(PyObject *o) {
  [[secret]] const char *k = PyUnicode_AsUTF8(o);
  use(k);
  wipe((void *)k, strlen(k)); // EXPECT: secret-immutable-zeroization
}
void literal(void) {
  [[secret]] char *k = (char *)"hunter2"; // EXPECT: secret-immutable-copy
  use(k);
  done(k); // EXPECT: secret-immutable-zeroization
}
void from_a_getter(PyObject *o) {
  [[secret]] const char *k = text(o);
  use(k);
  explicit_bzero((char *)k, strlen(k)); // EXPECT: secret-immutable-zeroization
}
// Twins.
void own_memory(void) {
  [[secret]] char k[32];
  fill(k);
  wipe(k, sizeof k); // EXPECT: secret-elidable-zeroization
}
void public_text(PyObject *o) {
  const char *k = text(o);
  wipe((void *)k, strlen(k));
}
// Where the callee makes the view and zeroizes it, and its caller knows that it
// is a secret.
static void use_up(PyObject *o) {
  char *k = (char *)PyUnicode_AsUTF8(o);
  use(k);
  explicit_bzero(k, strlen(k));
}
void uses_up([[secret]] PyObject *o, PyObject *public) {
  use_up(o); // EXPECT: secret-immutable-zeroization
  use_up(public);
}
