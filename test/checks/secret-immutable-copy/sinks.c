// Immutable and interned storage of interpreters and libraries.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

typedef struct _object PyObject;
typedef struct lua_State lua_State;
typedef long Py_ssize_t;
PyObject *PyUnicode_FromString(const char *);
PyObject *PyUnicode_InternFromString(const char *);
PyObject *PyBytes_FromStringAndSize(const char *, Py_ssize_t);
PyObject *PyLong_FromLong(long);
const char *lua_pushlstring(lua_State *, const char *, size_t);
const char *lua_pushstring(lua_State *, const char *);
const char *g_intern_string(const char *);
__attribute__((annotate("interns"))) const char *symbol(const char *name);
const char *lookup(const char *name);

void python_string(SECRET const char *pw) {
  PyUnicode_FromString(pw); // EXPECT: secret-immutable-copy
}
void python_interned(SECRET const char *pw) {
  PyUnicode_InternFromString(pw); // EXPECT: secret-immutable-copy
}
void python_bytes(SECRET const char *pw, size_t n) {
  PyBytes_FromStringAndSize(pw, n); // EXPECT: secret-immutable-copy
}
void python_length(SECRET const char *pw) { PyLong_FromLong(strlen(pw)); }
void python_public(const char *name) { PyUnicode_FromString(name); }
void lua(lua_State *L, SECRET const char *pw) {
  lua_pushlstring(L, pw, 8); // EXPECT: secret-immutable-copy
  lua_pushstring(L, pw);     // EXPECT: secret-immutable-copy
  lua_pushstring(L, "name");
}
void glib(SECRET const char *pw) {
  g_intern_string(pw); // EXPECT: secret-immutable-copy
}
void tagged_function(SECRET const char *pw) {
  symbol(pw); // EXPECT: secret-immutable-copy
}
void untagged_function(SECRET const char *pw) { lookup(pw); }
void copy_reaches_it(SECRET const char *pw) {
  char copy[32];
  memcpy(copy, pw, 32);
  PyUnicode_FromString(copy); // EXPECT: secret-immutable-copy
  explicit_bzero(copy, sizeof(copy));
}
void zeroized_before(SECRET const char *pw) {
  char copy[32];
  memcpy(copy, pw, 32);
  explicit_bzero(copy, sizeof(copy));
  copy[0] = 'x';
  PyUnicode_FromString(copy);
}
void part(SECRET const char *pw) {
  PyUnicode_FromString(pw + 4); // EXPECT: secret-immutable-copy
}
void on_one_path(int n, SECRET const char *pw) {
  const char *name = n ? pw : "none";
  PyUnicode_FromString(name); // EXPECT: secret-immutable-copy
}
void zeroized_later(SECRET char *pw) {
  const char *p = g_intern_string(pw); // EXPECT: secret-immutable-copy
  explicit_bzero((void *)p, 8); // ALLOW: secret-immutable-zeroization
}
PyObject *several_lines(SECRET const char *pw) {
  PyObject *o =
      PyUnicode_FromString( // EXPECT: secret-immutable-copy
          pw);
  return o;
}
