// Methods with local secrets, setters and rekeying.
// CATEGORY: missing
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

class Link {
public:
  explicit Link([[secret]] const std::uint8_t *k) { std::memcpy(key_, k, sizeof key_); }
  Link(const Link &) = delete;
  ~Link() { OPENSSL_cleanse(key_, sizeof key_); }

  void rekey() noexcept {
    [[secret]] std::uint8_t next[32];
    kex(next, sizeof next);
    for (std::size_t i = 0; i < sizeof key_; ++i)
      key_[i] ^= next[i];
    OPENSSL_cleanse(next, sizeof next);
  }

  void rekeyForgets() noexcept {
    [[secret]] std::uint8_t next[32]; // EXPECT: secret-missing-zeroization
    kex(next, sizeof next);
    std::memcpy(key_, next, sizeof key_);
  }

  int derive(std::uint8_t label) const noexcept {
    std::uint8_t t[32]; // EXPECT: secret-missing-zeroization
    for (std::size_t i = 0; i < sizeof t; ++i)
      t[i] = static_cast<std::uint8_t>(key_[i] + label);
    return use(t, sizeof t);
  }

  int deriveClean(std::uint8_t label) const noexcept {
    std::uint8_t t[32];
    for (std::size_t i = 0; i < sizeof t; ++i)
      t[i] = static_cast<std::uint8_t>(key_[i] + label);
    int rc = use(t, sizeof t);
    OPENSSL_cleanse(t, sizeof t);
    return rc;
  }

  int header(std::uint8_t label) const noexcept {
    std::uint8_t h[4] = {label, static_cast<std::uint8_t>(sizeof key_), 0, 0};
    return use(h, sizeof h);
  }

  void clear() noexcept { std::memset(key_, 0, sizeof key_); }
  void copyTo([[secret]] std::uint8_t *out) const noexcept { std::memcpy(out, key_, sizeof key_); }
  const std::uint8_t *raw() const noexcept { return key_; }

private:
  [[secret]] std::uint8_t key_[32];
};

int export_forgets(const Link &l) {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  l.copyTo(k);
  return use(k, sizeof k);
}

int export_clean(const Link &l) {
  std::uint8_t k[32];
  l.copyTo(k);
  int rc = use(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
  return rc;
}

int export_pointer(const Link &l) { return use(l.raw(), 32); }

int export_raw_copy(const Link &l) {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  std::memcpy(k, l.raw(), sizeof k);
  return use(k, sizeof k);
}
