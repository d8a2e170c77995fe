// Helpers with visible bodies: methods, overloads, references and defaults.
// CATEGORY: summaries
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

extern "C" {
int hsm([[secret]] std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
namespace {
int load(std::span<std::uint8_t> out) noexcept { return hsm(out.data(), out.size()); }
int load(std::array<std::uint8_t, 32> &out) noexcept { return hsm(out.data(), out.size()); }
void copyInto(std::uint8_t *d, const std::uint8_t *s, std::size_t n = 32) noexcept { std::memcpy(d, s, n); }
void fillPublic(std::array<std::uint8_t, 32> &out) noexcept {
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<std::uint8_t>(i);
}
class Loader {
public:
  int into(std::uint8_t *p) const noexcept { return hsm(p, 32); }
  static void drop(std::uint8_t *p) noexcept { OPENSSL_cleanse(p, 32); }
  void maybe(std::uint8_t *p, bool on) const noexcept {
    if (on)
      OPENSSL_cleanse(p, 32);
  }
};
} // namespace

int by_span() {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  load(std::span<std::uint8_t>(k));
  return use(k, sizeof k);
}

int by_reference() {
  std::array<std::uint8_t, 32> k; // EXPECT: secret-missing-zeroization
  load(k);
  return use(k.data(), k.size());
}

int by_reference_wiped() {
  std::array<std::uint8_t, 32> k;
  load(k);
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int by_method() {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  Loader l;
  l.into(k);
  return use(k, sizeof k);
}

int by_method_dropped() {
  std::uint8_t k[32];
  Loader l;
  l.into(k);
  int rc = use(k, sizeof k);
  Loader::drop(k);
  return rc;
}

int by_method_maybe(bool on) {
  std::uint8_t k[32];
  Loader l;
  l.into(k);
  int rc = use(k, sizeof k);
  l.maybe(k, on);
  return rc; // EXPECT: secret-missing-zeroization
}

int by_copy([[secret]] const std::uint8_t *key) {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  copyInto(k, key);
  return use(k, sizeof k);
}

int by_copy_public(const std::uint8_t *msg) {
  std::uint8_t k[32];
  copyInto(k, msg);
  return use(k, sizeof k);
}

int by_fill_public() {
  std::array<std::uint8_t, 32> k;
  fillPublic(k);
  return use(k.data(), k.size());
}

int by_lambda() {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  auto get = [](std::uint8_t *p) noexcept { return hsm(p, 32); };
  get(k);
  return use(k, sizeof k);
}
