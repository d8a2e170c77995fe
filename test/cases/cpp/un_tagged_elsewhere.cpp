// Tagged prototypes and public annotations around data that never becomes secret.
// CATEGORY: untagged
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

extern "C" {
int check_key([[secret]] const std::uint8_t *k, std::size_t n);
int random_public(std::uint8_t *p, std::size_t n);
}
[[clang::annotate("public")]] std::string digestOf([[secret]] std::string_view pw);
[[clang::annotate("zeroizes")]] void dropBytes(void *p, std::size_t n);

int pass_const() {
  std::uint8_t nonce[32];
  random_public(nonce, sizeof nonce);
  int rc = check_key(nonce, sizeof nonce);
  std::memset(nonce, 0, 8);
  return rc;
}

std::string digest([[secret]] const char *pw) {
  std::string d = digestOf(pw);
  return d;
}

std::size_t lengths([[secret]] std::string_view a, [[secret]] const std::vector<std::uint8_t> &b) {
  std::string text = std::to_string(a.size() + b.size());
  return text.size();
}

int drop_public() {
  std::array<std::uint8_t, 8> id{};
  random_public(id.data(), id.size());
  dropBytes(id.data(), 4);
  return id[7];
}

bool equal([[secret]] std::string_view a, std::string_view b) {
  std::string result = a == b ? "same" : "different";
  return result.size() == 4;
}

int masked([[secret]] const std::uint8_t *key) {
  [[clang::annotate("public")]] std::uint8_t blind[16];
  for (int i = 0; i < 16; ++i)
    blind[i] = key[i] ^ 0x77;
  std::string hex(reinterpret_cast<const char *>(blind), sizeof blind);
  return static_cast<int>(hex.size());
}
