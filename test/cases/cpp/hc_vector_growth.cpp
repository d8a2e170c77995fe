// Vectors that move their bytes when they grow.
// CATEGORY: hidden_copy
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

extern "C" {
int next_byte(void);
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

int grow_push([[secret]] std::vector<std::uint8_t> &key) {
  key.push_back(1); // EXPECT: secret-hidden-copy
  return use(key.data(), key.size());
}

int grow_insert([[secret]] std::vector<std::uint8_t> &key, const std::uint8_t *salt) {
  key.insert(key.end(), salt, salt + 8); // EXPECT: secret-hidden-copy
  return use(key.data(), key.size());
}

int grow_resize([[secret]] std::vector<std::uint8_t> &key) {
  key.resize(key.size() + 16); // EXPECT: secret-hidden-copy
  return use(key.data(), key.size());
}

int grow_reserve([[secret]] std::vector<std::uint8_t> &key) {
  key.reserve(256); // EXPECT: secret-hidden-copy
  return use(key.data(), key.size());
}

int shrink([[secret]] std::vector<std::uint8_t> &key) {
  key.shrink_to_fit(); // EXPECT: secret-hidden-copy
  return use(key.data(), key.size());
}

int reserve_first() {
  [[secret]] std::vector<std::uint8_t> key;
  key.reserve(64);
  key.resize(64);
  kex(key.data(), key.size());
  int rc = use(key.data(), key.size());
  OPENSSL_cleanse(key.data(), key.size());
  return rc;
}

int resize_first() {
  [[secret]] std::vector<std::uint8_t> key;
  key.resize(64);
  kex(key.data(), key.size());
  int rc = use(key.data(), key.size());
  OPENSSL_cleanse(key.data(), key.size());
  return rc;
}

int grow_local() {
  [[secret]] std::vector<std::uint8_t> key(32);
  kex(key.data(), key.size());
  key.resize(64); // EXPECT: secret-hidden-copy, secret-missing-zeroization
  int rc = use(key.data(), key.size());
  OPENSSL_cleanse(key.data(), key.size());
  return rc;
}

int smaller([[secret]] std::vector<std::uint8_t> &key) {
  key.pop_back();
  return static_cast<int>(key.size());
}

int public_growth(std::vector<std::uint8_t> &msg) {
  msg.push_back(static_cast<std::uint8_t>(next_byte()));
  msg.reserve(256);
  msg.resize(300);
  msg.shrink_to_fit();
  return use(msg.data(), msg.size());
}

int read_only([[secret]] const std::vector<std::uint8_t> &key) {
  return use(key.data(), key.size()) + (key.empty() ? 1 : 0) + static_cast<int>(key.capacity());
}
