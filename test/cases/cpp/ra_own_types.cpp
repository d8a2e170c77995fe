// Project types whose destructors wipe, and types that only look like it.
// CATEGORY: raii
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

class SecureBuffer {
public:
  explicit SecureBuffer(std::size_t n) : p_(new std::uint8_t[n]), n_(n) {}
  SecureBuffer(SecureBuffer &&o) noexcept : p_(std::exchange(o.p_, nullptr)), n_(o.n_) {}
  SecureBuffer(const SecureBuffer &) = delete;
  ~SecureBuffer() {
    if (p_)
      OPENSSL_cleanse(p_, n_);
    delete[] p_;
  }
  std::uint8_t *data() noexcept { return p_; }
  std::size_t size() const noexcept { return n_; }

private:
  std::uint8_t *p_;
  std::size_t n_;
};

class LooseBuffer {
public:
  explicit LooseBuffer(std::size_t n) : p_(new std::uint8_t[n]), n_(n) {}
  LooseBuffer(const LooseBuffer &) = delete;
  ~LooseBuffer() { delete[] p_; }
  std::uint8_t *data() noexcept { return p_; }
  std::size_t size() const noexcept { return n_; }

private:
  std::uint8_t *p_;
  std::size_t n_;
};

struct FixedSecure {
  std::uint8_t b[32];
  ~FixedSecure() { OPENSSL_cleanse(b, sizeof b); }
};
struct FixedLoose {
  std::uint8_t b[32];
};

int secure_local() {
  [[secret]] SecureBuffer k(32);
  kex(k.data(), k.size());
  return use(k.data(), k.size());
}

int loose_local() {
  [[secret]] LooseBuffer k(32); // EXPECT: secret-missing-zeroization
  kex(k.data(), k.size());
  return use(k.data(), k.size());
}

int loose_untagged() {
  LooseBuffer k(32);
  kex(k.data(), k.size());
  return use(k.data(), k.size());
}

SecureBuffer secure_returned() {
  [[secret]] SecureBuffer k(32);
  kex(k.data(), k.size());
  return k; // ALLOW: secret-hidden-copy
}

int fixed_secure() {
  [[secret]] FixedSecure k;
  kex(k.b, sizeof k.b);
  return use(k.b, sizeof k.b);
}

int fixed_loose() {
  [[secret]] FixedLoose k; // EXPECT: secret-missing-zeroization
  kex(k.b, sizeof k.b);
  return use(k.b, sizeof k.b);
}

int fixed_loose_wiped() {
  [[secret]] FixedLoose k;
  kex(k.b, sizeof k.b);
  int rc = use(k.b, sizeof k.b);
  OPENSSL_cleanse(&k, sizeof k);
  return rc;
}

int fixed_copy([[secret]] const std::uint8_t *key) {
  FixedSecure a;
  FixedLoose b; // EXPECT: secret-missing-zeroization
  std::memcpy(a.b, key, sizeof a.b);
  std::memcpy(b.b, key, sizeof b.b);
  return use(a.b, sizeof a.b) + use(b.b, sizeof b.b);
}
