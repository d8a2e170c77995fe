// A bytearray can be cleared.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include <Python.h>
#include <string.h>
#include "truth.h"

void run(void) {
  SECRET char text[64];
  Py_Initialize();
  fill(text, sizeof text);
  PyObject *array = PyByteArray_FromStringAndSize(text, sizeof text);
  explicit_bzero(text, sizeof text);
  use(PyByteArray_AsString(array), 64);
  explicit_bzero(PyByteArray_AsString(array), 64);
  Py_DECREF(array);
}
