// Secrets that reach the standard streams and exceptions by other ways than <<.
// CATEGORY: exposure
#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

using Key = std::array<std::uint8_t, 32>;

struct Err : std::runtime_error {
  using runtime_error::runtime_error;
};
struct Worse : Err {
  using Err::Err;
};

void inherited([[secret]] const std::string &pw) {
  throw Err(pw); // EXPECT: secret-exposure
}

void inherited_twice([[secret]] const char *pw) {
  throw Worse(pw); // EXPECT: secret-exposure
}

void inherited_without([[secret]] const std::string &pw) {
  if (pw.empty())
    throw Err("no password");
}

void quoted([[secret]] const std::string &pw) {
  std::cerr << std::quoted(pw); // EXPECT: secret-exposure
}

void quoted_name(const std::string &name) {
  std::cerr << std::quoted(name);
}

void copied([[secret]] const Key &k) {
  std::copy(k.begin(), k.end(), std::ostream_iterator<int>(std::cout, " ")); // EXPECT: secret-exposure
}

void copied_to_file([[secret]] const Key &k, std::ofstream &file) {
  std::copy(k.begin(), k.end(), std::ostream_iterator<int>(file, " "));
}

void copied_salt(const Key &salt) {
  std::copy(salt.begin(), salt.end(), std::ostream_iterator<int>(std::cout));
}

void text([[secret]] const char *pw) {
  std::cout << pw; // EXPECT: secret-exposure
}

void address([[secret]] const char *pw, [[secret]] const std::uint8_t *k) {
  std::cout << (const void *)pw;
  std::cout << "key at " << static_cast<const void *>(k) << '\n';
}
