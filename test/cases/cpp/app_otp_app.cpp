// A one-time password generator.
// CATEGORY: application
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <string>
#include <string_view>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n) noexcept;
int base32([[secret]] const char *text, [[secret]] std::uint8_t *out, std::size_t *n) noexcept;
int hmac_sha1([[secret]] const std::uint8_t *k, std::size_t n, std::uint64_t counter,
              [[clang::annotate("public")]] std::uint8_t *out) noexcept;
}

class Seed {
public:
  explicit Seed([[secret]] const char *text) noexcept { ok_ = base32(text, bytes_.data(), &size_) == 0; }
  Seed(const Seed &) = delete;
  Seed &operator=(const Seed &) = delete;
  ~Seed() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }
  explicit operator bool() const noexcept { return ok_; }
  std::uint32_t code(std::uint64_t counter) const noexcept {
    std::uint8_t mac[20];
    hmac_sha1(bytes_.data(), size_, counter, mac);
    std::size_t o = mac[19] & 15;
    std::uint32_t v = (mac[o] & 127u) << 24 | mac[o + 1] << 16 | mac[o + 2] << 8 | mac[o + 3];
    return v % 1000000;
  }
  void dump() const {
    for (std::uint8_t b : bytes_)
      std::printf("%02x", b); // EXPECT: secret-exposure
    std::puts("");
  }
  std::string hex() const {
    std::string out;
    for (std::uint8_t b : bytes_) {
      out.push_back("0123456789abcdef"[b >> 4]); // EXPECT: secret-immutable-copy
      out.push_back("0123456789abcdef"[b & 15]); // ALLOW: secret-immutable-copy
    }
    return out; // ALLOW: secret-immutable-copy, secret-hidden-copy
  }
  std::size_t size() const noexcept { return size_; }

private:
  [[secret]] std::array<std::uint8_t, 64> bytes_{};
  std::size_t size_ = 0;
  bool ok_ = false;
};

class SeedNoWipe {
public:
  explicit SeedNoWipe([[secret]] const char *text) noexcept { base32(text, bytes_.data(), &size_); }

private:
  [[secret]] std::array<std::uint8_t, 64> bytes_{}; // EXPECT: secret-missing-zeroization
  std::size_t size_ = 0;
};

class SeedFill {
public:
  explicit SeedFill([[secret]] const char *text) noexcept { base32(text, bytes_.data(), &size_); }
  SeedFill(const SeedFill &) = delete;
  ~SeedFill() {
    bytes_.fill(0); // EXPECT: secret-elidable-zeroization
  }

private:
  [[secret]] std::array<std::uint8_t, 64> bytes_{};
  std::size_t size_ = 0;
};

void print_code([[secret]] const char *text, std::uint64_t now) {
  Seed s(text);
  if (s)
    std::cout << s.code(now / 30) << '\n';
}

int check([[secret]] const char *text, std::uint32_t given, std::uint64_t now) noexcept {
  Seed s(text);
  if (!s)
    return -1;
  return s.code(now / 30) == given ? 0 : 1;
}

void prompt() {
  [[secret]] char line[64];
  std::cout << "Seed: ";
  std::cin.getline(line, sizeof line); // EXPECT: secret-hidden-copy
  print_code(line, 0); // EXPECT: secret-missing-zeroization
  OPENSSL_cleanse(line, sizeof line);
}

void prompt_hardcoded() noexcept {
  check("JBSWY3DPEHPK3PXP", 1, 2); // EXPECT: secret-immutable-copy
}
