// Optionals, tuples and pairs that hold keys.
// CATEGORY: containers
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

using Bytes = std::array<std::uint8_t, 32>;
extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

int optional_forgets() {
  [[secret]] std::optional<Bytes> k; // EXPECT: secret-missing-zeroization
  k.emplace();
  kex(k->data(), k->size());
  int rc = use(k->data(), k->size());
  k.reset();
  return rc;
}

int optional_wipes() {
  [[secret]] std::optional<Bytes> k;
  k.emplace();
  kex(k->data(), k->size());
  int rc = use(k->data(), k->size());
  OPENSSL_cleanse(k->data(), k->size());
  k.reset();
  return rc;
}

int optional_empty() {
  [[secret]] std::optional<Bytes> k;
  return k.has_value() ? 1 : 0;
}

int optional_untagged() {
  std::optional<Bytes> id;
  id.emplace();
  kex(id->data(), id->size());
  id.reset();
  return 0;
}

int pair_forgets() {
  [[secret]] std::pair<Bytes, Bytes> p; // EXPECT: secret-missing-zeroization
  kex(p.first.data(), p.first.size());
  kex(p.second.data(), p.second.size());
  return use(p.first.data(), 32) + use(p.second.data(), 32);
}

int pair_wipes() {
  [[secret]] std::pair<Bytes, Bytes> p;
  kex(p.first.data(), p.first.size());
  kex(p.second.data(), p.second.size());
  int rc = use(p.first.data(), 32) + use(p.second.data(), 32);
  OPENSSL_cleanse(&p, sizeof p);
  return rc;
}

int pair_half() {
  [[secret]] std::pair<Bytes, Bytes> p;
  kex(p.first.data(), p.first.size());
  kex(p.second.data(), p.second.size());
  int rc = use(p.first.data(), 32) + use(p.second.data(), 32);
  OPENSSL_cleanse(&p.first, sizeof p.first); // EXPECT: secret-partial-zeroization
  return rc;
}

int bound_reference([[secret]] const std::pair<Bytes, Bytes> &p) {
  const auto &[a, b] = p;
  return use(a.data(), a.size()) + use(b.data(), b.size());
}
