// Standard algorithms and constructors that copy secret bytes into new objects.
// CATEGORY: copies
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

extern "C" {
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
using Key = std::array<std::uint8_t, 32>;

int copy_algorithm([[secret]] const std::uint8_t *key) {
  Key k; // EXPECT: secret-missing-zeroization
  std::copy(key, key + 32, k.begin());
  return use(k.data(), k.size());
}

int copy_algorithm_n([[secret]] const std::uint8_t *key) {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  std::copy_n(key, 32, k);
  return use(k, sizeof k);
}

int copy_range_constructor([[secret]] const std::uint8_t *key) {
  std::vector<std::uint8_t> k(key, key + 32); // EXPECT: secret-missing-zeroization
  return use(k.data(), k.size());
}

int copy_range_wiped([[secret]] const std::uint8_t *key) {
  std::vector<std::uint8_t> k(key, key + 32);
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int copy_memcpy([[secret]] const std::uint8_t *key) {
  Key k; // EXPECT: secret-missing-zeroization
  std::memcpy(k.data(), key, k.size());
  return use(k.data(), k.size());
}

int copy_memcpy_public(const std::uint8_t *msg) {
  Key k;
  std::memcpy(k.data(), msg, k.size());
  return use(k.data(), k.size());
}

int copy_construct([[secret]] const Key &key) {
  Key k = key; // EXPECT: secret-missing-zeroization
  return use(k.data(), k.size());
}

int copy_construct_reference([[secret]] const Key &key) {
  const Key &k = key;
  return use(k.data(), k.size());
}

int copy_loop([[secret]] const Key &key) {
  Key k; // EXPECT: secret-missing-zeroization
  for (std::size_t i = 0; i < key.size(); ++i)
    k[i] = key[i];
  return use(k.data(), k.size());
}

int copy_range_for([[secret]] const Key &key) {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  std::size_t i = 0;
  for (std::uint8_t b : key)
    k[i++] = b;
  return use(k, sizeof k);
}

int copy_swap([[secret]] Key &key) {
  Key k{}; // EXPECT: secret-missing-zeroization
  std::swap(key, k);
  return use(k.data(), k.size());
}

bool compare_only([[secret]] const Key &a, const Key &b) {
  bool same = std::equal(a.begin(), a.end(), b.begin());
  return same && a.size() == b.size();
}

int copy_xor_wiped([[secret]] const Key &a, const Key &b) {
  Key k;
  for (std::size_t i = 0; i < k.size(); ++i)
    k[i] = a[i] ^ b[i];
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}
