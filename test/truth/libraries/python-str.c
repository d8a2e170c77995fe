// A string object of CPython that is released keeps its bytes.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include <Python.h>
#include <string.h>
#include "truth.h"

void run(void) {
  SECRET char text[65] = {0};
  Py_Initialize();
  fill(text, 64);
  PyObject *string = PyUnicode_FromString(text);
  explicit_bzero(text, sizeof text);
  use(string, 1);
  Py_DECREF(string);
}
