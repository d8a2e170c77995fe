// A CPython extension that hands out and takes keys.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct _object PyObject;
typedef ptrdiff_t Py_ssize_t;
PyObject *PyBytes_FromStringAndSize(const char *s, Py_ssize_t n);
PyObject *PyUnicode_FromString(const char *s);
char *PyBytes_AsString(PyObject *o);
const char *PyUnicode_AsUTF8(PyObject *o);
PyObject *PyLong_FromLong(long v);
void OPENSSL_cleanse(void *p, size_t n);
int token_unwrap(const uint8_t *blob, size_t n, [[secret]] uint8_t *key);
int token_check([[secret]] const char *pin);
int token_public(uint8_t *out);

PyObject *py_unwrap(const uint8_t *blob, size_t n) {
  uint8_t key[32];
  if (token_unwrap(blob, n, key) != 0) {
    OPENSSL_cleanse(key, sizeof key);
    return NULL;
  }
  PyObject *o = PyBytes_FromStringAndSize((const char *)key, sizeof key); // EXPECT: secret-immutable-copy
  OPENSSL_cleanse(key, sizeof key);
  return o;
}

PyObject *py_public(void) {
  uint8_t pub[32];
  if (token_public(pub) != 0)
    return NULL;
  return PyBytes_FromStringAndSize((const char *)pub, sizeof pub);
}

PyObject *py_check(PyObject *arg) {
  [[secret]] const char *pin = PyUnicode_AsUTF8(arg);
  if (!pin)
    return NULL;
  return PyLong_FromLong(token_check(pin));
}

PyObject *py_check_and_wipe(PyObject *arg) {
  [[secret]] const char *pin = PyUnicode_AsUTF8(arg);
  if (!pin)
    return NULL;
  int rc = token_check(pin);
  OPENSSL_cleanse((char *)pin, strlen(pin)); // EXPECT: secret-immutable-zeroization
  return PyLong_FromLong(rc);
}
