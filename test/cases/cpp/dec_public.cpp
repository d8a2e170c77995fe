// Digests, ciphertexts, lengths and comparisons in C++.
// CATEGORY: declassified
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

extern "C" int seal([[secret]] const std::uint8_t *key, const std::uint8_t *in, std::size_t n,
                    [[clang::annotate("public")]] std::uint8_t *out);
extern "C" int kdf([[secret]] const std::uint8_t *key, [[secret]] std::uint8_t *out, std::size_t n);
extern "C" int push(const std::uint8_t *p, std::size_t n);
[[clang::annotate("public")]] std::array<std::uint8_t, 32> sha256([[secret]] std::string_view s) noexcept;

class KeyInfo {
public:
  explicit KeyInfo([[secret]] const std::uint8_t *key) noexcept { seal(key, nullptr, 0, tag_.data()); }
  const std::array<std::uint8_t, 16> &tag() const noexcept { return tag_; }

private:
  [[clang::annotate("public")]] std::array<std::uint8_t, 16> tag_{};
};

int digest([[secret]] std::string_view pw) {
  std::array<std::uint8_t, 32> d = sha256(pw);
  std::vector<std::uint8_t> copy(d.begin(), d.end());
  std::string text(copy.begin(), copy.end());
  std::cout << text.size() << '\n';
  return push(copy.data(), copy.size());
}

int ciphertext([[secret]] const std::uint8_t *key, const std::uint8_t *msg, std::size_t n) {
  std::vector<std::uint8_t> ct(n + 16);
  seal(key, msg, n, ct.data());
  ct.push_back(0);
  return push(ct.data(), ct.size());
}

int derived([[secret]] const std::uint8_t *key) {
  std::array<std::uint8_t, 32> k; // EXPECT: secret-missing-zeroization
  kdf(key, k.data(), k.size());
  return push(k.data(), k.size());
}

int info([[secret]] const std::uint8_t *key) {
  KeyInfo i(key);
  return push(i.tag().data(), i.tag().size());
}

bool same([[secret]] std::string_view a, [[secret]] std::string_view b) {
  bool eq = a == b;
  std::cout << (eq ? "same" : "different") << ' ' << a.size() << '\n';
  return eq;
}

void strength([[secret]] std::string_view pw) {
  std::string report = "length " + std::to_string(pw.size()) + (pw.empty() ? ", empty" : "");
  std::cout << report << '\n';
}
