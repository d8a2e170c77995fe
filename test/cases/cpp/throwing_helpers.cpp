// Whether a helper throws, its body says.
// CATEGORY: exceptions
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <strings.h>

void burn_key(void *p, std::size_t n);
void consume(const unsigned char *p);

inline void wipe_it(void *p, std::size_t n) { burn_key(p, n); }

template <class T> void clear_object(T &t) { burn_key(&t, sizeof t); }

inline void notify_and_burn(void *p, std::size_t n) {
  consume(nullptr);
  burn_key(p, n);
}

inline int twice(int x) { return 2 * x; }

inline int checked(int x) {
  if (x < 0)
    throw x;
  return x;
}

inline int guarded(int x) {
  try {
    return checked(x);
  } catch (...) {
    return 0;
  }
}

void by_wrapper([[secret]] const unsigned char *k) {
  unsigned char s[32];
  std::memcpy(s, k, sizeof s);
  wipe_it(s, sizeof s);
}

void by_template([[secret]] const unsigned char *k) {
  unsigned char s[32];
  std::memcpy(s, k, sizeof s);
  clear_object(s);
}

void by_throwing_wrapper([[secret]] const unsigned char *k) {
  unsigned char s[32];
  std::memcpy(s, k, sizeof s);
  notify_and_burn(s, sizeof s); // EXPECT: secret-missing-zeroization
}

int between([[secret]] const unsigned char *k, int x) {
  unsigned char s[32];
  std::memcpy(s, k, sizeof s);
  int r = twice(x) + guarded(x);
  explicit_bzero(s, sizeof s);
  return r;
}

int between_throwing([[secret]] const unsigned char *k, int x) {
  unsigned char s[32];
  std::memcpy(s, k, sizeof s);
  int r = checked(x); // EXPECT: secret-missing-zeroization
  explicit_bzero(s, sizeof s);
  return r;
}
