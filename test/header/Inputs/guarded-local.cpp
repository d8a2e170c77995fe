// Nothing needs the content of key after use: only the guard's own writes keep
// it from being left as it is.
#include <secret-tidy/zeroize_on_exit.h>

void fill(unsigned char *key);
void use(const unsigned char *key);

void guarded() {
  unsigned char key[32];
  auto guard = secret::zeroize_on_exit(key);
  fill(key);
  use(key);
}
