// Views are no copies; a copy out of a secure container is one.
// RUN: %expect %s
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

class QByteArray {
public:
  QByteArray();
  QByteArray(const QByteArray &);
  ~QByteArray();
  static QByteArray fromRawData(const char *data, int size);
  static QByteArray fromHex(const QByteArray &hex);
};
typedef struct _PyObject PyObject;
extern "C" PyObject *PyMemoryView_FromMemory(char *mem, long size, int flags);
extern "C" PyObject *PyBytes_FromStringAndSize(const char *v, long n);
extern "C" const void *CFStringCreateWithCStringNoCopy(const void *a, const char *s, unsigned e, const void *d);
extern "C" const void *CFStringCreateWithCString(const void *a, const char *s, unsigned e);
void use(const QByteArray &) noexcept;

void raw([[secret]] const char *pw, int n) { use(QByteArray::fromRawData(pw, n)); }

PyObject *memory([[secret]] char *pw, long n) { return PyMemoryView_FromMemory(pw, n, 0); }

PyObject *bytes([[secret]] char *pw, long n) {
  return PyBytes_FromStringAndSize(pw, n); // EXPECT: secret-immutable-copy
}

const void *no_copy([[secret]] const char *pw) { return CFStringCreateWithCStringNoCopy(nullptr, pw, 0, nullptr); }

const void *copy([[secret]] const char *pw) {
  return CFStringCreateWithCString(nullptr, pw, 0); // EXPECT: secret-immutable-copy
}

std::string_view view([[secret]] const char *pw) { return std::string_view(pw); }
