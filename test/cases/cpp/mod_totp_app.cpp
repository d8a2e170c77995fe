// Realistic module: a TOTP application with accounts, QR import and storage.
// CATEGORY: module
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

extern "C" {
void explicit_bzero(void *p, std::size_t n) noexcept;
int hmac_sha1([[secret]] const std::uint8_t *key, std::size_t n, const std::uint8_t *msg, std::size_t m,
              [[clang::annotate("public")]] std::uint8_t *mac);
int keychain_load(const char *label, [[secret]] std::uint8_t *out, std::size_t cap);
int keychain_save(const char *label, const std::uint8_t *p, std::size_t n);
int qr_decode(const std::uint8_t *img, std::size_t n, [[secret]] char *uri, std::size_t cap);
}

namespace totp {

constexpr std::size_t kSeed = 64;

class Seed {
public:
  Seed() noexcept = default;
  Seed(const Seed &) = delete;
  Seed &operator=(const Seed &) = delete;
  ~Seed() { explicit_bzero(b_, sizeof b_); }
  std::uint8_t *data() noexcept { return b_; }
  const std::uint8_t *data() const noexcept { return b_; }
  std::size_t size() const noexcept { return n_; }
  void resize(std::size_t n) noexcept { n_ = n < kSeed ? n : kSeed; }

private:
  [[secret]] std::uint8_t b_[kSeed] = {};
  std::size_t n_ = 0;
};

class RawSeed {
public:
  explicit RawSeed(std::size_t n) : p_(new std::uint8_t[n]), n_(n) {}
  RawSeed(const RawSeed &) = delete;
  ~RawSeed() {
    delete[] p_; // EXPECT: secret-missing-zeroization
  }
  void load(const char *label) noexcept { keychain_load(label, p_, n_); }

private:
  [[secret]] std::uint8_t *p_;
  std::size_t n_;
};

struct Account {
  std::string issuer;
  std::string user;
  int digits = 6;
  int period = 30;
};

static int base32(char c) noexcept {
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
}

bool decodeSeed([[secret]] const char *text, Seed &out) noexcept {
  std::uint32_t acc = 0;
  int bits = 0;
  std::size_t n = 0;
  for (; *text && n < kSeed; ++text) {
    int v = base32(*text);
    if (v < 0)
      return false;
    acc = acc << 5 | static_cast<std::uint32_t>(v);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out.data()[n++] = static_cast<std::uint8_t>(acc >> bits);
    }
  }
  out.resize(n);
  return n > 0;
}

std::optional<std::uint32_t> code(const Account &a, std::uint64_t now) noexcept {
  std::uint8_t seed[kSeed];
  std::uint8_t mac[20];
  std::uint8_t msg[8];
  std::uint64_t step = now / static_cast<std::uint64_t>(a.period);
  for (int i = 7; i >= 0; --i, step >>= 8)
    msg[i] = static_cast<std::uint8_t>(step);
  int n = keychain_load(a.user.c_str(), seed, sizeof seed);
  if (n <= 0) {
    explicit_bzero(seed, sizeof seed);
    return std::nullopt;
  }
  int rc = hmac_sha1(seed, static_cast<std::size_t>(n), msg, sizeof msg, mac);
  explicit_bzero(seed, sizeof seed);
  if (rc != 0)
    return std::nullopt;
  std::size_t off = mac[19] & 15u;
  return (mac[off] & 127u) << 24 | mac[off + 1] << 16 | mac[off + 2] << 8 | mac[off + 3];
}

std::optional<std::uint32_t> codeLeaky(const Account &a, std::uint64_t now) noexcept {
  std::uint8_t seed[kSeed];
  std::uint8_t mac[20];
  std::uint8_t msg[8] = {static_cast<std::uint8_t>(now)};
  int n = keychain_load(a.user.c_str(), seed, sizeof seed);
  if (n <= 0)
    return std::nullopt; // EXPECT: secret-missing-zeroization
  int rc = hmac_sha1(seed, static_cast<std::size_t>(n), msg, sizeof msg, mac);
  explicit_bzero(seed, sizeof seed);
  return rc == 0 ? std::optional<std::uint32_t>(mac[0]) : std::nullopt;
}

int importQr(const std::uint8_t *img, std::size_t n, Account &a) noexcept {
  char uri[512];
  Seed seed;
  int rc = qr_decode(img, n, uri, sizeof uri);
  if (rc == 0) {
    const char *s = std::strstr(uri, "secret=");
    rc = s && decodeSeed(s + 7, seed) ? keychain_save("new", seed.data(), seed.size()) : -1;
  }
  explicit_bzero(uri, sizeof uri);
  a.digits = 6;
  return rc;
}

int importQrShort(const std::uint8_t *img, std::size_t n) noexcept {
  char uri[512];
  Seed seed;
  int rc = qr_decode(img, n, uri, sizeof uri);
  if (rc == 0)
    rc = decodeSeed(uri + 20, seed) ? 0 : -1;
  explicit_bzero(uri, std::strlen(uri)); // EXPECT: secret-partial-zeroization
  return rc;
}

void importFailed([[secret]] const char *uri) {
  std::cerr << "cannot import " << uri << '\n'; // EXPECT: secret-exposure
  throw std::runtime_error("cannot import a code of " + std::to_string(std::strlen(uri)) + " characters");
}

std::string backup([[secret]] const char *text, const Account &a) {
  std::ostringstream os;
  os << "otpauth://totp/" << a.issuer << ':' << a.user;
  os << "?secret=" << text; // EXPECT: secret-immutable-copy
  return os.str();          // ALLOW: secret-immutable-copy, secret-hidden-copy
}

std::string describe(const Account &a) {
  std::ostringstream os;
  os << a.issuer << " (" << a.user << "), " << a.digits << " digits";
  return os.str();
}

void saveAccounts(const char *path, const std::vector<Account> &all) {
  std::ofstream f(path);
  for (const auto &a : all)
    f << a.issuer << ',' << a.user << ',' << a.digits << ',' << a.period << '\n';
}

int demoSeed() noexcept {
  static const char *label = "demo";
  [[secret]] const char *text = "JBSWY3DPEHPK3PXP"; // EXPECT: secret-immutable-copy
  Seed s;
  return decodeSeed(text, s) ? keychain_save(label, s.data(), s.size()) : -1;
}

} // namespace totp
