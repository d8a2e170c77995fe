#include <secret-tidy/secret.h>
struct SECRET session { unsigned char k[4]; };
enum SECRET level { LOW };
typedef SECRET struct session session_t;
typedef SECRET unsigned char aes_key[32];
struct holder { SECRET unsigned char k[4]; SECRET char *p; SECRET_PUBLIC unsigned char c[4]; };
SECRET char *get(void);
int derive(SECRET const char *pass, SECRET_PUBLIC unsigned char *out);
SECRET_ZEROIZES void wipe_it(void *p, unsigned long n);
SECRET_INTERNS const char *intern_it(const char *s);
extern SECRET unsigned char global_key[32];
int use(int, unsigned char *);
int use(int n, unsigned char *p) {
  SECRET unsigned char local[4];
  for (int i = 0; i < 4; ++i)
    local[i] = p[i];
  return local[n] ? 1 : 0;
}
