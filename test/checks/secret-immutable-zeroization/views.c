// Storage inside of objects that others own or share.
// RUN: %expect %s -- -std=gnu2x
#include <string.h>

typedef struct _object PyObject;
const char *PyUnicode_AsUTF8(PyObject *);
int PyBytes_AsStringAndSize(PyObject *, char **, long *);
char *PyByteArray_AsString(PyObject *);
const char *g_intern_string(const char *);
[[clang::annotate("interns")]] const char *atom(const char *);
void use(const void *);

void text(PyObject *o) {
  [[secret]] const char *k = PyUnicode_AsUTF8(o);
  use(k);
  explicit_bzero((char *)k, strlen(k)); // EXPECT: secret-immutable-zeroization
}
void bytes(PyObject *o) {
  [[secret]] char *k;
  long n;
  if (PyBytes_AsStringAndSize(o, &k, &n))
    return;
  use(k);
  memset(k, 0, n); // EXPECT: secret-immutable-zeroization
}
// The object is tagged, not the pointer.
void tagged_object([[secret]] PyObject *o) {
  char *k = (char *)PyUnicode_AsUTF8(o);
  use(k);
  memset(k, 0, strlen(k)); // EXPECT: secret-immutable-zeroization
}
// Twin: a bytearray can be changed.
void byte_array(PyObject *o, unsigned long n) {
  [[secret]] char *k = PyByteArray_AsString(o);
  use(k);
  explicit_bzero(k, n);
}
// Twin: a copy of the text.
void copied(PyObject *o) {
  [[secret]] const char *k = PyUnicode_AsUTF8(o);
  char own[64];
  strncpy(own, k, sizeof own);
  use(own);
  explicit_bzero(own, sizeof own);
}
// Twin: no secret.
void public_text(PyObject *o) {
  char *k = (char *)PyUnicode_AsUTF8(o);
  memset(k, 0, strlen(k));
}

void interned([[secret]] const char *k) {
  char *same = (char *)g_intern_string(k); // EXPECT: secret-immutable-copy
  memset(same, 0, strlen(same));           // EXPECT: secret-immutable-zeroization
}
void interned_by_tag([[secret]] const char *k) {
  char *same = (char *)atom(k);  // EXPECT: secret-immutable-copy
  memset(same, 0, strlen(same)); // EXPECT: secret-immutable-zeroization
}
void interned_public(const char *name) {
  char *same = (char *)atom(name);
  memset(same, 0, strlen(same));
}
