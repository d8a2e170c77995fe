// Keys in vectors: fill, grow, clear, assign over.
// CATEGORY: application
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n);
int kex([[secret]] std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
}
using Bytes = std::vector<std::uint8_t>;

int plain() {
  Bytes k(32); // EXPECT: secret-missing-zeroization
  kex(k.data(), k.size());
  return use(k.data(), k.size());
}

int cleared() {
  Bytes k(32); // EXPECT: secret-missing-zeroization
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k.clear();
  return rc;
}

int filled() {
  Bytes k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  std::fill(k.begin(), k.end(), std::uint8_t{0}); // EXPECT: secret-elidable-zeroization
  return rc;
}

int cleansed() {
  Bytes k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int grown(std::uint8_t last) {
  Bytes k(31);
  kex(k.data(), k.size());
  k.push_back(last); // EXPECT: secret-hidden-copy, secret-missing-zeroization
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int assigned_over() {
  Bytes k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k = Bytes(); // EXPECT: secret-missing-zeroization
  return rc;
}

int words() {
  [[secret]] std::vector<std::uint32_t> w(8);
  kex(reinterpret_cast<std::uint8_t *>(w.data()), w.size() * sizeof(std::uint32_t));
  int rc = use(reinterpret_cast<const std::uint8_t *>(w.data()), 32);
  OPENSSL_cleanse(w.data(), w.size()); // EXPECT: secret-partial-zeroization
  return rc;
}

int words_right() {
  [[secret]] std::vector<std::uint32_t> w(8);
  kex(reinterpret_cast<std::uint8_t *>(w.data()), sizeof(std::uint32_t) * w.size());
  int rc = use(reinterpret_cast<const std::uint8_t *>(w.data()), 32);
  OPENSSL_cleanse(w.data(), sizeof(std::uint32_t) * w.size());
  return rc;
}

int halves() {
  Bytes k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  std::size_t half = k.size() / 2;
  OPENSSL_cleanse(k.data(), half);
  OPENSSL_cleanse(k.data() + half, k.size() - half);
  return rc;
}

int by_const_ref([[secret]] const Bytes &k) { return use(k.data(), k.size()); }

Bytes keep() {
  Bytes k(32);
  kex(k.data(), k.size());
  return k;
}

class Holder {
public:
  explicit Holder(Bytes k) : k_(std::move(k)) {}
  Holder(const Holder &) = delete;
  ~Holder() { OPENSSL_cleanse(k_.data(), k_.size()); }
  Bytes copy() const {
    return k_; // EXPECT: secret-hidden-copy
  }
  const Bytes &ref() const noexcept { return k_; }

private:
  [[secret]] Bytes k_;
};

class WideHolder {
public:
  explicit WideHolder(std::vector<std::uint64_t> k) : k_(std::move(k)) {}
  WideHolder(const WideHolder &) = delete;
  ~WideHolder() {
    OPENSSL_cleanse(k_.data(), k_.size()); // EXPECT: secret-partial-zeroization
  }

private:
  [[secret]] std::vector<std::uint64_t> k_;
};
