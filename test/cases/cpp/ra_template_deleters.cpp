// Deleters whose call operator is a template.
// CATEGORY: raii
#include <array>
#include <cstdint>
#include <memory>
#include <string.h>

using Key = std::array<std::uint8_t, 32>;
extern "C" int kex(std::uint8_t *out, std::size_t n);
extern "C" int use(const std::uint8_t *p, std::size_t n);

template <auto F> struct With {
  template <class T> void operator()(T *p) const { F(p); }
};
static void wipe(Key *p) noexcept { explicit_bzero(p, sizeof *p); }
static void look(Key *p) noexcept { use(p->data(), 1); }

void wiped() {
  [[secret]] Key k;
  kex(k.data(), 32);
  std::unique_ptr<Key, With<wipe>> g(&k);
  use(k.data(), 32);
}

void looked_at() {
  [[secret]] Key k; // EXPECT: secret-missing-zeroization
  kex(k.data(), 32);
  std::unique_ptr<Key, With<look>> g(&k);
  use(k.data(), 32);
}
