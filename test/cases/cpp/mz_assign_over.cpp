// Containers that are assigned over or swapped away while they hold a key.
// CATEGORY: containers
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

extern "C" {
int kex(std::uint8_t *out, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n) noexcept;
void OPENSSL_cleanse(void *p, std::size_t n);
}

int vector_assigned(std::vector<std::uint8_t> fresh) {
  [[secret]] std::vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k = std::move(fresh); // EXPECT: secret-missing-zeroization
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int vector_wiped_then_assigned(std::vector<std::uint8_t> fresh) {
  [[secret]] std::vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  k = std::move(fresh);
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int unique_assigned() {
  [[secret]] std::unique_ptr<std::uint8_t[]> k(new std::uint8_t[32]);
  kex(k.get(), 32);
  int rc = use(k.get(), 32);
  k = nullptr; // EXPECT: secret-missing-zeroization
  return rc;
}

int unique_wiped_then_assigned() {
  [[secret]] std::unique_ptr<std::uint8_t[]> k(new std::uint8_t[32]);
  kex(k.get(), 32);
  int rc = use(k.get(), 32);
  OPENSSL_cleanse(k.get(), 32);
  k = nullptr;
  return rc;
}

int moved_out(std::vector<std::uint8_t> &out) {
  [[secret]] std::vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  out = std::move(k);
  return rc;
}

int released(std::uint8_t **out) {
  [[secret]] std::unique_ptr<std::uint8_t[]> k(new std::uint8_t[32]);
  int rc = kex(k.get(), 32);
  *out = k.release();
  return rc;
}

std::vector<std::uint8_t> returned() {
  [[secret]] std::vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  return k;
}

int untagged_assigned(std::vector<std::uint8_t> fresh) {
  std::vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k = std::move(fresh);
  return rc;
}
