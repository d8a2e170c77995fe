// Vectors, arrays and unique pointers as owners of a session key.
// CATEGORY: containers
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

int vector_forgets() {
  [[secret]] std::vector<std::uint8_t> k(32); // EXPECT: secret-missing-zeroization
  kex(k.data(), k.size());
  return use(k.data(), k.size());
}

int vector_wipes() {
  [[secret]] std::vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int vector_clears() {
  [[secret]] std::vector<std::uint8_t> k(32); // EXPECT: secret-missing-zeroization
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k.clear();
  return rc;
}

int vector_resizes() {
  [[secret]] std::vector<std::uint8_t> k(32); // EXPECT: secret-missing-zeroization
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  k.resize(0); // ALLOW: secret-hidden-copy
  return rc;
}

int vector_unused(bool off) {
  [[secret]] std::vector<std::uint8_t> k(32);
  if (off)
    return 0;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int vector_one_exit(bool off) {
  [[secret]] std::vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  if (off)
    return 0; // EXPECT: secret-missing-zeroization
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int array_forgets() {
  [[secret]] std::array<std::uint8_t, 32> k; // EXPECT: secret-missing-zeroization
  kex(k.data(), k.size());
  return use(k.data(), k.size());
}

int array_wipes() {
  [[secret]] std::array<std::uint8_t, 32> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(&k, sizeof k);
  return rc;
}

int unique_forgets() {
  [[secret]] auto k = std::make_unique<std::uint8_t[]>(32); // EXPECT: secret-missing-zeroization
  kex(k.get(), 32);
  return use(k.get(), 32);
}

int unique_wipes() {
  [[secret]] auto k = std::make_unique<std::uint8_t[]>(32);
  kex(k.get(), 32);
  int rc = use(k.get(), 32);
  OPENSSL_cleanse(k.get(), 32);
  return rc;
}

int unique_resets() {
  [[secret]] std::unique_ptr<std::uint8_t[]> k(new std::uint8_t[32]); // EXPECT: secret-missing-zeroization
  kex(k.get(), 32);
  int rc = use(k.get(), 32);
  k.reset();
  return rc;
}

int vector_untagged() {
  std::vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  return use(k.data(), k.size());
}
