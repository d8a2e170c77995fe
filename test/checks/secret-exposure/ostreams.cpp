// The standard streams show what is written to them.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void shown(SECRET const char *pin, size_t n) {
  std::cout << pin;       // EXPECT: secret-exposure
  std::cerr << pin;       // EXPECT: secret-exposure
  std::cout.write(pin, n); // EXPECT: secret-exposure
}

void number(SECRET const int &pin) {
  std::cout << pin; // EXPECT: secret-exposure
}

void not_shown(SECRET const char *pin, const char *name) {
  std::cout << name << strlen(name);
  std::cout << (strlen(pin) > 4 ? "long" : "short");
}

/// Files are with the option only.
void to_file(SECRET const char *pin, const char *path) {
  std::ofstream out(path);
  out << pin;
}
