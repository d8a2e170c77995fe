// Templates, spans and parts of them.
// CATEGORY: application
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n) noexcept;
int derive([[secret]] std::uint8_t *out, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n) noexcept;
}

template <class T> void wipe(T &t) noexcept {
  static_assert(std::is_trivially_copyable_v<T>);
  OPENSSL_cleanse(&t, sizeof t);
}

template <class T> void forget(T &t) noexcept { std::memset(&t, 0, sizeof t); }

void wipe_span(std::span<std::uint8_t> s) noexcept { OPENSSL_cleanse(s.data(), s.size()); }

int by_template() {
  std::array<std::uint8_t, 48> k;
  derive(k.data(), k.size());
  int rc = use(k.data(), k.size());
  wipe(k);
  return rc;
}

int by_template_memset() {
  std::array<std::uint8_t, 48> k;
  derive(k.data(), k.size());
  int rc = use(k.data(), k.size());
  forget(k); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_span() {
  std::array<std::uint8_t, 48> k;
  derive(k.data(), k.size());
  int rc = use(k.data(), k.size());
  wipe_span(k);
  return rc;
}

int by_first() {
  std::uint8_t k[48];
  derive(k, sizeof k);
  int rc = use(k, sizeof k);
  std::span<std::uint8_t> s(k);
  auto part = s.first(16);
  OPENSSL_cleanse(part.data(), part.size()); // EXPECT: secret-partial-zeroization
  return rc;
}

int by_pieces() {
  std::uint8_t k[48];
  derive(k, sizeof k);
  int rc = use(k, sizeof k);
  std::span<std::uint8_t> s(k);
  auto enc = s.first(16);
  auto mac = s.subspan(16);
  OPENSSL_cleanse(enc.data(), enc.size());
  OPENSSL_cleanse(mac.data(), mac.size());
  return rc;
}

int by_subspan() {
  std::uint8_t k[48];
  derive(k, sizeof k);
  int rc = use(k, sizeof k);
  std::span<std::uint8_t> s(k);
  auto mac = s.subspan(16, 32);
  OPENSSL_cleanse(mac.data(), mac.size()); // EXPECT: secret-partial-zeroization
  return rc;
}

int by_last() {
  std::uint8_t k[48];
  derive(k, sizeof k);
  int rc = use(k, sizeof k);
  std::span<std::uint8_t> s(k);
  auto mac = s.last(32);
  OPENSSL_cleanse(mac.data(), mac.size()); // EXPECT: secret-partial-zeroization
  return rc;
}

int by_last_all() {
  std::uint8_t k[48];
  derive(k, sizeof k);
  int rc = use(k, sizeof k);
  std::span<std::uint8_t> s(k);
  auto all = s.last(48);
  OPENSSL_cleanse(all.data(), all.size());
  return rc;
}

template <std::size_t N> struct Key {
  std::uint8_t b[N];
  Key() noexcept { derive(b, N); }
  Key(const Key &) = delete;
  ~Key() { OPENSSL_cleanse(b, N); }
};

template <std::size_t N> struct ShortKey {
  [[secret]] std::uint8_t b[N];
  ShortKey() noexcept { derive(b, N); }
  ShortKey(const ShortKey &) = delete;
  ~ShortKey() {
    OPENSSL_cleanse(b, N / 2); // EXPECT: secret-partial-zeroization
  }
};

int keys() {
  Key<16> a;
  ShortKey<32> b;
  return use(a.b, sizeof a.b) + use(b.b, sizeof b.b);
}
