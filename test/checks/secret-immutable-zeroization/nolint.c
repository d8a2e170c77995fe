// NOLINT in its three forms.
// RUN: %expect %s -- -std=gnu2x
#include <string.h>

typedef struct _object PyObject;
const char *PyUnicode_AsUTF8(PyObject *);

void on_the_line([[secret]] PyObject *o) {
  char *k = (char *)PyUnicode_AsUTF8(o);
  memset(k, 0, 8); // NOLINT(secret-immutable-zeroization)
}
void next_line([[secret]] PyObject *o) {
  char *k = (char *)PyUnicode_AsUTF8(o);
  // NOLINTNEXTLINE(secret-immutable-zeroization)
  memset(k, 0, 8);
}
// NOLINTBEGIN(secret-immutable-zeroization)
void between([[secret]] PyObject *o) {
  char *k = (char *)PyUnicode_AsUTF8(o);
  memset(k, 0, 8);
}
// NOLINTEND(secret-immutable-zeroization)
void behind_the_end([[secret]] PyObject *o) {
  char *k = (char *)PyUnicode_AsUTF8(o);
  memset(k, 0, 8); // EXPECT: secret-immutable-zeroization
}
void another_check([[secret]] PyObject *o) {
  char *k = (char *)PyUnicode_AsUTF8(o);
  // NOLINTNEXTLINE(secret-hidden-copy)
  memset(k, 0, 8); // EXPECT: secret-immutable-zeroization
}
