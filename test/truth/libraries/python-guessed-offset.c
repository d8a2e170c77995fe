// The buffer of a string object is overwritten at a guessed offset.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
// WHY: the guess was right for this version and this kind of string. The report is
//      right.
#include <Python.h>
#include <string.h>
#include "truth.h"

void run(void) {
  SECRET char text[65] = {0};
  Py_Initialize();
  fill(text, 64);
  PyObject *string = PyUnicode_FromString(text);
  explicit_bzero(text, sizeof text);
  // Right for compact strings of 3.11; another version has another layout.
  explicit_bzero((char *)string + sizeof(PyASCIIObject), 64);
  use(string, 1);
  Py_DECREF(string);
}
