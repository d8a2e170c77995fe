// Models a CPython module that hands vault items to the interpreter.
// CATEGORY: interned
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

typedef struct _object PyObject;
typedef ptrdiff_t Py_ssize_t;
extern PyObject *VaultError;
PyObject *PyUnicode_FromString(const char *u);
PyObject *PyUnicode_FromStringAndSize(const char *u, Py_ssize_t n);
PyObject *PyUnicode_FromFormat(const char *format, ...);
PyObject *PyUnicode_DecodeUTF8(const char *s, Py_ssize_t n, const char *errors);
PyObject *PyBytes_FromString(const char *v);
PyObject *PyBytes_FromStringAndSize(const char *v, Py_ssize_t n);
PyObject *PyByteArray_FromStringAndSize(const char *s, Py_ssize_t n);
PyObject *PyMemoryView_FromMemory(char *mem, Py_ssize_t size, int flags);
PyObject *PyLong_FromLong(long v);
PyObject *PyBool_FromLong(long v);
int PyDict_SetItemString(PyObject *dp, const char *key, PyObject *item);
void PyErr_SetString(PyObject *type, const char *message);
PyObject *PyErr_Format(PyObject *type, const char *format, ...);
int item_read(const char *name, [[secret]] char *out, size_t n);

PyObject *item_as_str([[secret]] const char *v)
{
    return PyUnicode_FromString(v); // EXPECT: secret-immutable-copy
}

PyObject *item_as_sized([[secret]] const char *v, size_t n)
{
    return PyUnicode_FromStringAndSize(v, (Py_ssize_t)n); // EXPECT: secret-immutable-copy
}

PyObject *item_decoded([[secret]] const char *v, size_t n)
{
    return PyUnicode_DecodeUTF8(v, (Py_ssize_t)n, "strict"); // EXPECT: secret-immutable-copy
}

PyObject *item_formatted(const char *user, [[secret]] const char *v)
{
    return PyUnicode_FromFormat("%s:%s", user, v); // EXPECT: secret-immutable-copy
}

PyObject *item_label(const char *user, [[secret]] const char *v)
{
    return PyUnicode_FromFormat("%s:%zu", user, strlen(v));
}

PyObject *item_bytes([[secret]] const char *v)
{
    return PyBytes_FromString(v); // EXPECT: secret-immutable-copy
}

PyObject *item_bytearray([[secret]] const char *v, size_t n)
{
    return PyByteArray_FromStringAndSize(v, (Py_ssize_t)n);
}

PyObject *item_view([[secret]] char *v, size_t n)
{
    return PyMemoryView_FromMemory(v, (Py_ssize_t)n, 0x100);
}

int item_as_key(PyObject *d, [[secret]] const char *v, PyObject *value)
{
    return PyDict_SetItemString(d, v, value); // EXPECT: secret-immutable-copy
}

int item_as_value(PyObject *d, const char *name, PyObject *value)
{
    return PyDict_SetItemString(d, name, value);
}

PyObject *item_error([[secret]] const char *v)
{
    PyErr_Format(VaultError, "bad item %s", v); // EXPECT: secret-immutable-copy
    return NULL;
}

PyObject *item_error_name(const char *name)
{
    PyErr_SetString(VaultError, name);
    return NULL;
}

PyObject *item_fetch(const char *name)
{
    char buf[64];
    PyObject *res = NULL;

    if (item_read(name, buf, sizeof buf) == 0)
        res = PyBytes_FromStringAndSize(buf, sizeof buf); // EXPECT: secret-immutable-copy
    explicit_bzero(buf, sizeof buf);
    return res;
}

PyObject *item_equal([[secret]] const char *a, const char *b)
{
    return PyBool_FromLong(strcmp(a, b) == 0);
}
