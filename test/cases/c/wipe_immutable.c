// Models code that clears storage which others share or which can't be changed.
// CATEGORY: immutable_zeroization
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

typedef struct _object PyObject;
typedef ptrdiff_t Py_ssize_t;
const char *PyUnicode_AsUTF8(PyObject *u);
char *PyBytes_AsString(PyObject *o);
char *PyByteArray_AsString(PyObject *o);
const char *g_intern_string(const char *s);
int ldap_bind_pw(const char *dn, const char *pw);
int read_pw(char *p, size_t n);

static const char greeting[] = "0000";
[[secret]] static const char factory_pw[] = "0000"; // EXPECT: secret-immutable-copy

int bind_literal(const char *dn)
{
    [[secret]] char *pw = (char *)"adminpw"; // EXPECT: secret-immutable-copy
    int rc = ldap_bind_pw(dn, pw);

    explicit_bzero(pw, 7); // EXPECT: secret-immutable-zeroization
    return rc;
}

int bind_constant(const char *dn)
{
    int rc = ldap_bind_pw(dn, factory_pw);

    memset((char *)factory_pw, 0, sizeof factory_pw); // EXPECT: secret-immutable-zeroization
    return rc;
}

int bind_greeting(const char *dn)
{
    memset((char *)greeting, 0, sizeof greeting); // ALLOW: secret-immutable-zeroization
    return ldap_bind_pw(dn, greeting);
}

int bind_python(const char *dn, PyObject *o)
{
    [[secret]] const char *pw = PyUnicode_AsUTF8(o);
    int rc;

    if (!pw)
        return -1;
    rc = ldap_bind_pw(dn, pw);
    explicit_bzero((char *)pw, strlen(pw)); // EXPECT: secret-immutable-zeroization
    return rc;
}

int bind_bytes(const char *dn, PyObject *o)
{
    [[secret]] char *pw = PyBytes_AsString(o);
    int rc;

    if (!pw)
        return -1;
    rc = ldap_bind_pw(dn, pw);
    memset(pw, 0, strlen(pw)); // EXPECT: secret-immutable-zeroization
    return rc;
}

int bind_bytearray(const char *dn, PyObject *o, size_t n)
{
    [[secret]] char *pw = PyByteArray_AsString(o);
    int rc;

    if (!pw)
        return -1;
    rc = ldap_bind_pw(dn, pw);
    explicit_bzero(pw, n);
    return rc;
}

int bind_array(const char *dn)
{
    [[secret]] char pw[32];
    int rc = read_pw(pw, sizeof pw);

    if (rc == 0)
        rc = ldap_bind_pw(dn, pw);
    explicit_bzero(pw, sizeof pw);
    return rc;
}

int bind_const_view(const char *dn)
{
    [[secret]] char pw[32];
    const char *view = pw;
    int rc = read_pw(pw, sizeof pw);

    if (rc == 0)
        rc = ldap_bind_pw(dn, view);
    explicit_bzero((char *)view, sizeof pw);
    return rc;
}
