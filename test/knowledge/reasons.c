// Messages say how long interned bytes stay, and who else may hold shared ones.
// RUN: %clang-tidy --checks='-*,secret-immutable-copy' %s -- -std=c2x 2>/dev/null | %FileCheck %s
#include <stddef.h>

struct lua_State;
const char *lua_pushstring(struct lua_State *L, const char *s);
void *PyUnicode_InternFromString(const char *s);
unsigned g_quark_from_string(const char *s);
unsigned long enif_make_atom(void *env, const char *name);
unsigned long XInternAtom(void *display, const char *name, int only_if_exists);
void *Perl_newSVpvn_share(void *my_perl, const char *s, int len, unsigned hash);
void *Perl_newSVpv(void *my_perl, const char *s, size_t len);
void *Tcl_NewStringObj(const char *bytes, int length);
unsigned long rb_intern2(const char *name, long len);
int PyDict_SetItemString(void *dp, const char *key, void *item);

void use([[secret]] const char *pw, void *p) {
  // CHECK: 'lua_pushstring' copies {{.*}} into interned storage, one copy for all equal values; Lua shares one copy among equal strings and keeps it until the state is closed
  lua_pushstring(p, pw);
  // CHECK: 'PyUnicode_InternFromString' copies {{.*}}; an interned str stays until the interpreter exits
  PyUnicode_InternFromString(pw);
  // CHECK: 'PyDict_SetItemString' copies {{.*}}; keys are interned and stay until the interpreter exits
  PyDict_SetItemString(p, pw, p);
  // CHECK: 'g_quark_from_string' copies {{.*}}; the table is never freed and the bytes stay until the process ends
  g_quark_from_string(pw);
  // CHECK: 'enif_make_atom' copies {{.*}}; the table of atoms is never collected and the bytes stay until the process ends
  enif_make_atom(p, pw);
  // CHECK: 'XInternAtom' copies {{.*}}; the atom stays until the server is reset and every client can read it
  XInternAtom(p, pw, 0);
  // CHECK: 'Perl_newSVpvn_share' copies {{.*}}; the table of hash keys is shared by the whole interpreter and keeps the bytes until no hash uses them
  Perl_newSVpvn_share(p, pw, 8, 0);
  // CHECK: 'rb_intern2' copies {{.*}}; symbols stay until the process ends
  rb_intern2(pw, 8);
  // CHECK: 'Perl_newSVpv' copies {{.*}} into shared storage, which others may hold; scalars that were copied from it may share the buffer
  Perl_newSVpv(p, pw, 8);
  // CHECK: 'Tcl_NewStringObj' copies {{.*}}; every holder of the Tcl object shares the bytes
  Tcl_NewStringObj(pw, 8);
}
