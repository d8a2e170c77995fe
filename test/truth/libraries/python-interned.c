// An interned string of CPython stays, whatever happens to the buffer.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include <Python.h>
#include <string.h>
#include "truth.h"

void run(void) {
  SECRET char text[65] = {0};
  Py_Initialize();
  fill(text, 64);
  PyObject *name = PyUnicode_InternFromString(text);
  explicit_bzero(text, sizeof text);
  use(name, 1);
}
