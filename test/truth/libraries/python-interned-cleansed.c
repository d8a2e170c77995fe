// Whoever cleanses an interned string changes it for all who hold it, and misses copies.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include <Python.h>
#include <string.h>
#include "truth.h"

void run(void) {
  SECRET char text[65] = {0};
  Py_Initialize();
  fill(text, 64);
  PyObject *mine = PyUnicode_InternFromString(text);
  PyObject *other = PyUnicode_InternFromString(text);
  explicit_bzero(text, sizeof text);
  char *buffer = (char *)PyUnicode_AsUTF8(mine);
  memset(buffer, 0, 64);
  // The other holder sees zeros: this is no way to erase a string.
  if (PyUnicode_AsUTF8(other)[0] != 0)
    abort();
}
