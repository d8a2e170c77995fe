// Models that count elements mean those of the pointer that they speak of,
// wherever it stands among the arguments.
// RUN: %expect %s
#include "../../Inputs/mock.h"

typedef unsigned long cc_unit;
void ccn_clear(size_t n, cc_unit *s);

void all_units(void) {
  [[secret]] cc_unit k[4];
  fill(k);
  ccn_clear(4, k);
}

void half_of_the_units(void) {
  [[secret]] cc_unit k[4];
  fill(k);
  ccn_clear(2, k); // EXPECT: secret-partial-zeroization
}

// Twin: so many units as somebody says.
void some_units(size_t n) {
  [[secret]] cc_unit k[4];
  fill(k);
  ccn_clear(n, k);
}

typedef __WCHAR_TYPE__ wide_char;
int MultiByteToWideChar(unsigned page, unsigned flags, const char *from,
                        int bytes, wide_char *to, int elements);

void wide(void) {
  [[secret]] char pin[64];
  wide_char text[16];
  fill(pin);
  MultiByteToWideChar(0, 0, pin, 64, text, 16);
  explicit_bzero(pin, sizeof pin);
  explicit_bzero(text, sizeof text);
}

void wide_in_part(void) {
  [[secret]] char pin[64];
  wide_char text[16];
  fill(pin);
  MultiByteToWideChar(0, 0, pin, 64, text, 16);
  explicit_bzero(pin, sizeof pin);
  explicit_bzero(text, 16); // EXPECT: secret-partial-zeroization
}
