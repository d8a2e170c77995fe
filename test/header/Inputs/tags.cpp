#include <secret-tidy/secret.h>
struct SECRET Session { unsigned char k[4]; };
class SECRET Priv { public: int x = 0; };
enum class SECRET Level { Low };
using AesKey SECRET = unsigned char[32];
template <class T> struct SECRET Box { T x; };
struct Holder {
  SECRET unsigned char k[4];
  SECRET char *p;
  SECRET static int s;
  SECRET char *get() const;
  SECRET_ZEROIZES void wipe();
};
int derive(SECRET const char *pass, SECRET_PUBLIC unsigned char *out);
SECRET_INTERNS const char *intern_it(const char *s);
int use();
int use() {
  auto f = [](SECRET int x) { return x; };
  return f(2);
}
