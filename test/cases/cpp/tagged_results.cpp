// Functions that are tagged, and what they return by value.
// CATEGORY: paths
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <vector>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n);
void explicit_bzero(void *p, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n);
int kex([[secret]] std::uint8_t *out, std::size_t n);
}

using Key = std::array<std::uint8_t, 32>;
using Bytes = std::vector<std::uint8_t>;

struct Raw {
  std::uint8_t b[32];
};
[[secret]] Bytes derive();
[[secret]] Raw get();
Raw not_tagged();
[[secret]] Key key() noexcept;
[[secret]] std::optional<Key> maybe() noexcept;

int vector_left() {
  Bytes k = derive(); // EXPECT: secret-missing-zeroization
  return use(k.data(), 32);
}
int record_left() {
  Raw k = get(); // EXPECT: secret-missing-zeroization
  return use(k.b, 32);
}
int public_left() {
  Raw k = not_tagged();
  return use(k.b, 32);
}
int assigned() {
  Raw k;
  k = get();
  int r = use(k.b, 32);
  explicit_bzero(&k, sizeof k);
  return r;
}
int array_kept() {
  Key k = key();
  int r = use(k.data(), 32);
  explicit_bzero(k.data(), k.size());
  return r;
}
int array_filled() {
  Key k = key();
  int r = use(k.data(), 32);
  k.fill(0); // EXPECT: secret-elidable-zeroization
  return r;
}
int optional_kept() {
  auto o = maybe();
  if (!o) return 1;
  int r = use(o->data(), 32);
  explicit_bzero(o->data(), o->size());
  return r;
}
int optional_left() {
  auto o = maybe(); // EXPECT: secret-missing-zeroization
  if (!o) return 1;
  return use(o->data(), 32);
}
