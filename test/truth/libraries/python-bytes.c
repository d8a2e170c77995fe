// A bytes object of CPython that is released keeps its bytes.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include <Python.h>
#include <string.h>
#include "truth.h"

void run(void) {
  SECRET char text[64];
  Py_Initialize();
  fill(text, sizeof text);
  PyObject *bytes = PyBytes_FromStringAndSize(text, sizeof text);
  explicit_bzero(text, sizeof text);
  use(bytes, 1);
  Py_DECREF(bytes);
}
