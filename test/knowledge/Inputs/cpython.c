// PACKAGES: libpython3-dev
// MODELS: cpython.yaml
// FLAGS: -isystem /usr/include/python3.11
#include <Python.h>
