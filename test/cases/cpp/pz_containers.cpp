// Clearing calls on containers and objects that cover too little.
// CATEGORY: partial
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

int object_size() {
  [[secret]] std::vector<std::uint8_t> k(256);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), sizeof k); // EXPECT: secret-partial-zeroization
  return rc;
}

int element_size() {
  [[secret]] std::vector<std::uint32_t> k(64);
  kex(reinterpret_cast<std::uint8_t *>(k.data()), k.size() * sizeof k[0]);
  int rc = use(reinterpret_cast<const std::uint8_t *>(k.data()), 256);
  OPENSSL_cleanse(k.data(), k.size()); // EXPECT: secret-partial-zeroization
  return rc;
}

int element_size_right() {
  [[secret]] std::vector<std::uint32_t> k(64);
  kex(reinterpret_cast<std::uint8_t *>(k.data()), k.size() * sizeof k[0]);
  int rc = use(reinterpret_cast<const std::uint8_t *>(k.data()), 256);
  OPENSSL_cleanse(k.data(), k.size() * sizeof(std::uint32_t));
  return rc;
}

int array_half() {
  [[secret]] std::array<std::uint8_t, 64> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size() / 2); // EXPECT: secret-partial-zeroization
  return rc;
}

int array_words() {
  [[secret]] std::array<std::uint64_t, 8> k;
  kex(reinterpret_cast<std::uint8_t *>(k.data()), sizeof k);
  int rc = use(reinterpret_cast<const std::uint8_t *>(k.data()), sizeof k);
  OPENSSL_cleanse(k.data(), k.size()); // EXPECT: secret-partial-zeroization
  return rc;
}

int array_all() {
  [[secret]] std::array<std::uint64_t, 8> k;
  kex(reinterpret_cast<std::uint8_t *>(k.data()), sizeof k);
  int rc = use(reinterpret_cast<const std::uint8_t *>(k.data()), sizeof k);
  OPENSSL_cleanse(k.data(), sizeof k);
  return rc;
}

int unique_object_size() {
  [[secret]] auto k = std::make_unique<std::uint8_t[]>(128);
  kex(k.get(), 128);
  int rc = use(k.get(), 128);
  OPENSSL_cleanse(k.get(), sizeof k); // EXPECT: secret-partial-zeroization
  return rc;
}

int pieces() {
  [[secret]] std::array<std::uint8_t, 64> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), 32);
  OPENSSL_cleanse(k.data() + 32, 32);
  return rc;
}

int swapped() {
  [[secret]] std::array<std::uint8_t, 64> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  std::memset(k.data(), k.size(), 0); // EXPECT: secret-partial-zeroization
  return rc;
}

int range_short() {
  [[secret]] std::uint8_t k[64];
  volatile std::uint8_t *v = k;
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  for (std::size_t i = 0; i + 1 < sizeof k; ++i) v[i] = 0; // EXPECT: secret-partial-zeroization
  return rc;
}

int untagged_half() {
  std::array<std::uint8_t, 64> k;
  kex(k.data(), k.size());
  OPENSSL_cleanse(k.data(), 8);
  return use(k.data(), k.size());
}
