// Encoders that write to a string through its elements.
// CATEGORY: copies
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n);
void explicit_bzero(void *p, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n);
int kex([[secret]] std::uint8_t *out, std::size_t n);
}

using Key = std::array<std::uint8_t, 32>;
using Bytes = std::vector<std::uint8_t>;

int send(const char *text);

void copied([[secret]] const std::uint8_t *k) {
  std::string s(32, 0);
  std::memcpy(&s[0], k, 32); // EXPECT: secret-immutable-copy
}
void copied_to_data([[secret]] const std::uint8_t *k) {
  std::string s(32, 0);
  std::memcpy(s.data(), k, 32); // EXPECT: secret-immutable-copy
  send(s.c_str());
}
void no_secret(const std::uint8_t *k) {
  std::string s(32, 0);
  std::memcpy(&s[0], k, 32);
  send(s.c_str());
}
void encoded([[secret]] const std::uint8_t *k) {
  std::string s(64, 0);
  for (int i = 0; i < 32; i++)
    s[i] = "0123456789abcdef"[k[i] & 15]; // EXPECT: secret-immutable-copy
}
void into_a_vector([[secret]] const std::uint8_t *k) {
  std::vector<char> s(32);
  std::memcpy(s.data(), k, 32);
  explicit_bzero(s.data(), s.size());
}
