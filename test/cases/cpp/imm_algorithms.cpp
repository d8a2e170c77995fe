// Strings that algorithms, sums and inserters fill with a password.
// CATEGORY: strings
#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <string.h>
#include <utility>
#include <vector>

using Key = std::array<std::uint8_t, 32>;
extern "C" int use(const std::uint8_t *p, std::size_t n);
extern "C" int use_text(const char *p);

void inserted([[secret]] const Key &k) {
  std::string s;
  std::copy(k.begin(), k.end(), std::back_inserter(s)); // EXPECT: secret-immutable-copy
  use_text(s.c_str());
}

void inserted_public(const Key &salt) {
  std::string s;
  std::copy(salt.begin(), salt.end(), std::back_inserter(s));
  use_text(s.c_str());
}

void transformed([[secret]] const Key &k) {
  std::string s;
  std::transform(k.begin(), k.end(), std::back_inserter(s), [](std::uint8_t c) { return char(c + 1); }); // EXPECT: secret-immutable-copy
  use_text(s.c_str());
}

void in_place([[secret]] const Key &k) {
  std::string s(32, 0);
  std::copy(k.begin(), k.end(), s.begin()); // EXPECT: secret-immutable-copy
  use_text(s.c_str());
}

// Said once, where it is declared.
void into_tagged(const Key &k) {
  [[secret]] std::string s; // EXPECT: secret-immutable-copy
  std::copy(k.begin(), k.end(), std::back_inserter(s));
  use_text(s.c_str());
}

void vector_filled([[secret]] const Key &k) {
  std::vector<std::uint8_t> v; // EXPECT: secret-missing-zeroization
  v.reserve(32);
  std::copy(k.begin(), k.end(), std::back_inserter(v));
  use(v.data(), v.size());
}

void vector_filled_and_wiped([[secret]] const Key &k) {
  std::vector<std::uint8_t> v;
  v.reserve(32);
  std::copy(k.begin(), k.end(), std::back_inserter(v));
  use(v.data(), v.size());
  explicit_bzero(v.data(), v.size());
}

// The first sum makes a string, the others append to it.
void chain([[secret]] const std::string &pw) {
  std::string s = "user:" + pw + "@" + "host"; // EXPECT: secret-immutable-copy
  use_text(s.c_str());
}

void chain_of_two_lines([[secret]] const std::string &pw) {
  std::string s = "user:" + pw + // EXPECT: secret-immutable-copy
                  std::string("@") +
                  "host";
  use_text(s.c_str());
}


void chain_without(const std::string &name) {
  std::string s = "user:" + name + "@" + "host";
  use_text(s.c_str());
}
