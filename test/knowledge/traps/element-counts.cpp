// The wipers of Crypto++ and wmemset count elements, not bytes.
// RUN: %expect %s
#include <cstddef>
#include <cwchar>

namespace CryptoPP {
template <class T> void SecureWipeArray(T *buf, std::size_t n);
}
extern "C" int fill(void *p, std::size_t n);

int words() {
  [[secret]] unsigned key[8];
  int rc = fill(key, sizeof key);
  CryptoPP::SecureWipeArray(key, 8);
  return rc;
}

int half_of_the_words() {
  [[secret]] unsigned key[8];
  int rc = fill(key, sizeof key);
  CryptoPP::SecureWipeArray(key, 4); // EXPECT: secret-partial-zeroization
  return rc;
}

int wide() {
  [[secret]] wchar_t pin[16];
  int rc = fill(pin, sizeof pin);
  std::wmemset(pin, L'\0', 16); // EXPECT: secret-elidable-zeroization
  return rc;
}

int half_of_the_wide() {
  [[secret]] wchar_t pin[16];
  int rc = fill(pin, sizeof pin);
  std::wmemset(pin, L'\0', 4); // EXPECT: secret-partial-zeroization
  return rc;
}
