// An input stream keeps what it read in its buffer.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void from_file(const char *path) {
  SECRET char pin[16];
  std::ifstream in(path);
  in.read(pin, sizeof(pin)); // EXPECT: secret-hidden-copy
  explicit_bzero(pin, sizeof(pin));
}

void from_console() {
  SECRET char pin[16];
  std::cin.getline(pin, sizeof(pin)); // EXPECT: secret-hidden-copy
  explicit_bzero(pin, sizeof(pin));
}

void something_else(const char *path) {
  char name[16];
  std::ifstream in(path);
  in.read(name, sizeof(name));
  std::cin >> name;
}
