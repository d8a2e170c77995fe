// A key store that takes over what its callers have made.
// CATEGORY: copies
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n);
void explicit_bzero(void *p, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n);
int kex([[secret]] std::uint8_t *out, std::size_t n);
}

using Key = std::array<std::uint8_t, 32>;
using Bytes = std::vector<std::uint8_t>;

std::optional<Bytes> into_an_optional() noexcept {
  [[secret]] Bytes k(32);
  kex(k.data(), 32);
  return k;
}
void into_a_map(std::map<int, Bytes> &m) noexcept {
  [[secret]] Bytes k(32);
  kex(k.data(), 32);
  m.emplace(3, std::move(k));
}
void copied_to_a_map(std::map<int, Bytes> &m) noexcept {
  [[secret]] Bytes k(32); // EXPECT: secret-missing-zeroization
  kex(k.data(), 32);
  m.emplace(3, k);
}
void owner_into_a_vector(std::vector<std::unique_ptr<Key>> &v) noexcept {
  [[secret]] auto k = std::make_unique<Key>();
  kex(k->data(), 32);
  v.push_back(std::move(k));
}
std::shared_ptr<Key> owner_into_another() noexcept {
  [[secret]] auto k = std::make_unique<Key>();
  kex(k->data(), 32);
  return k;
}
// What has no block of its own is copied by a move.
void array_into_a_vector(std::vector<Key> &v) noexcept {
  v.reserve(1);
  [[secret]] Key k; // EXPECT: secret-missing-zeroization
  kex(k.data(), 32);
  v.push_back(std::move(k));
}
void into_a_callers_optional(std::optional<Bytes> &x) noexcept {
  [[secret]] Bytes k(32);
  kex(k.data(), 32);
  x = std::move(k);
}

// Only what becomes a string is copied to one.
void named(std::map<std::string, Key> &m, const std::string &n, [[secret]] const Key &k) {
  m.emplace(n, k);
}
void both_strings(std::map<std::string, std::string> &m, const std::string &n,
                  [[secret]] const char *pw) {
  m.emplace(n, pw); // EXPECT: secret-immutable-copy
}

// What is empty brings no secret.
class Session {
public:
  void reset() {
    explicit_bzero(k_.data(), k_.size());
    k_ = Bytes();
  }
  ~Session() { reset(); }

private:
  [[secret]] Bytes k_;
};
void emptied() noexcept {
  [[secret]] Bytes k(32);
  kex(k.data(), 32);
  explicit_bzero(k.data(), k.size());
  k = Bytes();
}
void swapped() noexcept {
  [[secret]] Bytes k(32);
  kex(k.data(), 32);
  explicit_bzero(k.data(), k.size());
  Bytes e;
  k.swap(e);
}
void emptied_too_soon() noexcept {
  [[secret]] Bytes k(32);
  kex(k.data(), 32);
  k = Bytes(); // EXPECT: secret-missing-zeroization
}
void filled_from(const Bytes &o) noexcept {
  [[secret]] Bytes k; // EXPECT: secret-missing-zeroization
  k = o;
}

// An optional's flag is no part of its value.
void value_wiped([[secret]] const Key &k) noexcept {
  std::optional<Key> o(k);
  explicit_bzero(o->data(), o->size());
}
void value_left([[secret]] const Key &k) noexcept {
  std::optional<Key> o(k); // EXPECT: secret-missing-zeroization
  use(o->data(), 32);
}
