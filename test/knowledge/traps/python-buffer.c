// A function that cleanses the buffer of a Python string: the string may be
// interned, so that it clears a string that others use.
// RUN: %expect %s --rules=%source-root/lib/Rules/Rules.def
#include <stddef.h>

typedef struct _object PyObject;
const char *PyUnicode_AsUTF8AndSize(PyObject *unicode, long *size);
char *PyBytes_AsString(PyObject *bytes);
char *PyByteArray_AsString(PyObject *array);
long PyByteArray_Size(PyObject *array);
void OPENSSL_cleanse(void *p, size_t n);
int login(const char *password);

int secure_string(PyObject *text) {
  long n = 0;
  [[secret]] const char *password = PyUnicode_AsUTF8AndSize(text, &n);
  int rc = login(password);
  OPENSSL_cleanse((void *)password, (size_t)n); // EXPECT: secret-immutable-zeroization
  return rc;
}

int secure_bytes(PyObject *bytes, size_t n) {
  [[secret]] char *password = PyBytes_AsString(bytes);
  int rc = login(password);
  OPENSSL_cleanse(password, n); // EXPECT: secret-immutable-zeroization
  return rc;
}

int byte_array(PyObject *array) {
  [[secret]] char *password = PyByteArray_AsString(array);
  int rc = login(password);
  OPENSSL_cleanse(password, (size_t)PyByteArray_Size(array));
  return rc;
}
