// A user database that wipes only where there is something to wipe.
// CATEGORY: paths
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n);
void explicit_bzero(void *p, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n);
int kex([[secret]] std::uint8_t *out, std::size_t n);
}

using Key = std::array<std::uint8_t, 32>;
using Bytes = std::vector<std::uint8_t>;

struct A {
  ~A() { if (!v.empty()) explicit_bzero(v.data(), v.size()); }
  [[secret]] Bytes v;
};
struct B {
  ~B() { if (v.size() > 0) explicit_bzero(v.data(), v.size()); }
  [[secret]] Bytes v;
};
struct C {
  bool on;
  ~C() { if (on) explicit_bzero(v.data(), v.size()); }
  [[secret]] Bytes v;
};

int owner_itself() noexcept {
  [[secret]] auto b = std::make_unique<Key>();
  kex(b->data(), 32);
  if (b) explicit_bzero(b->data(), 32);
  return 0;
}
int owner_against_null() noexcept {
  [[secret]] auto b = std::make_unique<Key>();
  kex(b->data(), 32);
  if (b != nullptr) explicit_bzero(b->data(), 32);
  return 0;
}
int owner_early() noexcept {
  [[secret]] auto b = std::make_unique<Key>();
  kex(b->data(), 32);
  if (!b) return 1;
  explicit_bzero(b->data(), 32);
  return 0;
}
int owner_flag(bool x) noexcept {
  [[secret]] auto b = std::make_unique<Key>();
  kex(b->data(), 32);
  if (x) explicit_bzero(b->data(), 32);
  return 0; // EXPECT: secret-missing-zeroization
}

int optional_itself(std::optional<Key> (*get)() noexcept) noexcept {
  [[secret]] std::optional<Key> k = get();
  if (k) {
    use(k->data(), 32);
    explicit_bzero(k->data(), 32);
  }
  return 0;
}
int optional_has_value(std::optional<Key> (*get)() noexcept) noexcept {
  [[secret]] std::optional<Key> k = get();
  if (!k.has_value()) return 1;
  use(k->data(), 32);
  explicit_bzero(k->data(), 32);
  return 0;
}
int optional_left(std::optional<Key> (*get)() noexcept) noexcept {
  [[secret]] std::optional<Key> k = get(); // EXPECT: secret-missing-zeroization
  if (!k.has_value()) return 1;
  use(k->data(), 32);
  return 0;
}

static void wipe(Bytes &v) { if (!v.empty()) explicit_bzero(v.data(), v.size()); }
int by_a_helper() noexcept {
  [[secret]] Bytes k(32);
  kex(k.data(), 32);
  wipe(k);
  return 0;
}
static int look(const Bytes &v) noexcept {
  if (v.empty()) return -1;
  return use(v.data(), v.size());
}
int helper_that_fails() noexcept {
  [[secret]] Bytes k(32);
  kex(k.data(), 32);
  if (look(k) < 0) return -1; // EXPECT: secret-missing-zeroization
  wipe(k);
  return 0;
}
int alternative(std::variant<Key, int> &(*get)() noexcept) noexcept {
  [[secret]] std::variant<Key, int> v;
  v = get();
  if (auto *k = std::get_if<Key>(&v)) explicit_bzero(k, sizeof *k);
  return 0;
}
int only_asked() noexcept {
  [[secret]] Bytes k(32); // EXPECT: secret-missing-zeroization
  kex(k.data(), 32);
  return k.empty() ? 0 : 1;
}
