// Calls of std::function, tuples and numbers in closures.
// CATEGORY: lambda
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string.h>
#include <tuple>
#include <utility>

using Key = std::array<std::uint8_t, 32>;
struct Record {
  std::uint8_t b[32];
};
extern "C" int kex(std::uint8_t *out, std::size_t n);
extern "C" int use(const std::uint8_t *p, std::size_t n);
extern "C" int use_text(const char *p);
void consume(const Record &r) noexcept;

// A call makes no copy; what is called does.
void called(const std::function<int(const Key &)> &f, [[secret]] const Key &k) {
  f(k);
}

void kept([[secret]] const Record &r) {
  std::function<void()> f = [r] { consume(r); }; // EXPECT: secret-hidden-copy
  f();
}

void tuple([[secret]] const Key &k) {
  auto t = std::make_tuple(1, k); // EXPECT: secret-missing-zeroization
  use(std::get<1>(t).data(), 32);
}

void tuple_wiped([[secret]] const Key &k) {
  auto t = std::make_tuple(1, k);
  use(std::get<1>(t).data(), 32);
  explicit_bzero(&t, sizeof t);
}

void pair([[secret]] const Key &k) {
  auto p = std::make_pair(1, k); // EXPECT: secret-missing-zeroization
  use(p.second.data(), 32);
}

void pair_constructed([[secret]] const Key &k) {
  std::pair<int, Key> p(1, k); // EXPECT: secret-missing-zeroization
  use(p.second.data(), 32);
}

void pair_wiped([[secret]] const Key &k) {
  auto p = std::make_pair(1, k);
  use(p.second.data(), 32);
  explicit_bzero(&p, sizeof p);
}

void pair_public(const Key &salt) {
  auto p = std::make_pair(1, salt);
  use(p.second.data(), 32);
}

int number() {
  [[secret]] int pin = 0;
  kex(reinterpret_cast<std::uint8_t *>(&pin), sizeof pin);
  auto l = [pin] { return pin; };
  int wrong = l() == 1234;
  explicit_bzero(&pin, sizeof pin);
  return wrong;
}

int one_byte([[secret]] const Key &k) {
  std::uint8_t first = k[0];
  auto l = [first] { return first; };
  return l() == 0;
}

// It is carried along all the same.
void bytes([[secret]] const Key &k) {
  std::uint8_t first = k[0];
  auto l = [first] { return first; };
  std::uint8_t out[4]; // EXPECT: secret-missing-zeroization
  for (auto &o : out)
    o = l();
  use(out, sizeof out);
}

void string_in_closure([[secret]] const std::string &pw) {
  auto l = [s = std::string(pw)] { use_text(s.c_str()); }; // EXPECT: secret-immutable-copy
  l();
}

void record_in_closure([[secret]] const Record &r) {
  auto l = [s = r] { consume(s); }; // EXPECT: secret-hidden-copy
  l();
}
