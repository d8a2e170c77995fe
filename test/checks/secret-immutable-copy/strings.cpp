// Each way of making a string of a secret is one; a view is none.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void constructors(SECRET const char *pin, size_t n) {
  std::string a(pin);    // EXPECT: secret-immutable-copy
  std::string b(pin, n); // EXPECT: secret-immutable-copy
  std::string c = pin;   // EXPECT: secret-immutable-copy
}

void members(SECRET const char *pin, size_t n) {
  std::string s;
  s = pin;                // EXPECT: secret-immutable-copy
  s.assign(pin, n);       // EXPECT: secret-immutable-copy
  s.append(pin);          // EXPECT: secret-immutable-copy
  s += pin;               // EXPECT: secret-immutable-copy
  s.insert(0, pin);       // EXPECT: secret-immutable-copy
  s.replace(0, 1, pin);   // EXPECT: secret-immutable-copy
}

void take(const std::string &text) noexcept;
void look(std::string_view text) noexcept;

void conversion(SECRET const char *pin) {
  take(pin); // EXPECT: secret-immutable-copy
}

void no_conversion(SECRET const char *pin) { look(pin); }

void plus(SECRET const char *pin) {
  std::string prefix("pin: ");
  take(prefix + pin); // EXPECT: secret-immutable-copy
}

void nothing_secret(SECRET const char *pin, const char *name) {
  std::string s(name);
  s += " and ";
  s.append(name);
  take(s + name);
  look(pin);
}

void sizes(SECRET const char *pin) {
  std::string s(strlen(pin), 'x');
  take(s);
}

void to_text(SECRET const int &pin) {
  take(std::to_string(pin)); // EXPECT: secret-immutable-copy
}
