// Calls through pointers that say whether they throw.
// CATEGORY: exceptions
#include <array>
#include <cstdint>
#include <string.h>

using Key = std::array<std::uint8_t, 32>;
extern "C" int kex(std::uint8_t *out, std::size_t n);
struct Object {
  int f(const std::uint8_t *p);
  int g(const std::uint8_t *p) noexcept;
};
using Quiet = int (*)(const std::uint8_t *) noexcept;

void quiet(int (*f)(const std::uint8_t *) noexcept) {
  [[secret]] Key k;
  kex(k.data(), 32);
  f(k.data());
  explicit_bzero(k.data(), 32);
}

void loud(int (*f)(const std::uint8_t *)) {
  [[secret]] Key k;
  kex(k.data(), 32);
  f(k.data()); // EXPECT: secret-missing-zeroization
  explicit_bzero(k.data(), 32);
}

void quiet_reference(int (&f)(const std::uint8_t *) noexcept) {
  [[secret]] Key k;
  kex(k.data(), 32);
  f(k.data());
  explicit_bzero(k.data(), 32);
}

void quiet_member(Object &o, int (Object::*f)(const std::uint8_t *) noexcept) {
  [[secret]] Key k;
  kex(k.data(), 32);
  (o.*f)(k.data());
  explicit_bzero(k.data(), 32);
}

void loud_member(Object &o, int (Object::*f)(const std::uint8_t *)) {
  [[secret]] Key k;
  kex(k.data(), 32);
  (o.*f)(k.data()); // EXPECT: secret-missing-zeroization
  explicit_bzero(k.data(), 32);
}

static int through(Quiet f, const std::uint8_t *p) { return f(p); }

void quiet_in_callee(Quiet f) {
  [[secret]] Key k;
  kex(k.data(), 32);
  through(f, k.data());
  explicit_bzero(k.data(), 32);
}
