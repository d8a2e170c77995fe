// Realistic module: a licence server with HMAC keys, JSON-like messages and environment.
// CATEGORY: module
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <map>
#include <memory>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <unistd.h>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n);
int hmac([[secret]] const std::uint8_t *k, std::size_t kn, const void *m, std::size_t n,
         [[clang::annotate("public")]] std::uint8_t *mac);
int kms_fetch(const char *name, [[secret]] std::uint8_t *out, std::size_t cap);
int http_reply(int fd, const char *p, std::size_t n);
}

namespace lic {

template <std::size_t N> class Locked {
public:
  Locked() noexcept = default;
  Locked(const Locked &) = delete;
  Locked &operator=(const Locked &) = delete;
  ~Locked() { OPENSSL_cleanse(b_, N); }
  std::uint8_t *data() noexcept { return b_; }
  const std::uint8_t *data() const noexcept { return b_; }
  static constexpr std::size_t size() noexcept { return N; }

private:
  [[secret]] std::uint8_t b_[N] = {};
};

struct Request {
  std::string product;
  std::string host;
  int seats = 1;
};

class KeyRing {
public:
  bool load(const char *name) noexcept { return kms_fetch(name, key_.data(), key_.size()) == 0; }
  int sign(std::string_view msg, std::array<std::uint8_t, 32> &mac) const noexcept {
    return hmac(key_.data(), key_.size(), msg.data(), msg.size(), mac.data());
  }

private:
  Locked<32> key_;
};

class SharedRing {
public:
  explicit SharedRing(std::size_t n) : keys_(n) {}
  void load(const char *name) { kms_fetch(name, keys_.data(), keys_.size()); }
  void add(std::uint8_t b) {
    keys_.push_back(b); // EXPECT: secret-hidden-copy
  }
  ~SharedRing() { OPENSSL_cleanse(keys_.data(), keys_.size()); }

private:
  [[secret]] std::vector<std::uint8_t> keys_;
};

std::string render(const Request &r) {
  std::ostringstream os;
  os << "product=" << r.product << ";host=" << r.host << ";seats=" << r.seats;
  return os.str();
}

int answer(int fd, const KeyRing &ring, const Request &r) {
  std::string msg = render(r);
  std::array<std::uint8_t, 32> mac{};
  if (ring.sign(msg, mac) != 0)
    throw std::runtime_error("cannot sign for " + r.product);
  char hex[65];
  for (std::size_t i = 0; i < mac.size(); ++i)
    std::snprintf(hex + 2 * i, 3, "%02x", mac[i]);
  msg += ";mac=";
  msg += hex;
  return http_reply(fd, msg.data(), msg.size());
}

int checkOnce(const char *name, std::string_view msg, const std::uint8_t *mac) noexcept {
  std::uint8_t key[32];
  std::uint8_t want[32];
  int rc = kms_fetch(name, key, sizeof key);
  if (rc == 0)
    rc = hmac(key, sizeof key, msg.data(), msg.size(), want);
  OPENSSL_cleanse(key, sizeof key);
  return rc == 0 && std::memcmp(want, mac, sizeof want) == 0 ? 0 : -1;
}

int checkThrowing(const char *name, const Request &r) {
  std::uint8_t key[32];
  std::array<std::uint8_t, 32> mac{};
  kms_fetch(name, key, sizeof key);
  std::string msg = render(r); // EXPECT: secret-missing-zeroization
  int rc = hmac(key, sizeof key, msg.data(), msg.size(), mac.data());
  OPENSSL_cleanse(key, sizeof key);
  return rc;
}

int checkOrdered(const char *name, const Request &r) {
  std::string msg = render(r);
  std::uint8_t key[32];
  std::array<std::uint8_t, 32> mac{};
  kms_fetch(name, key, sizeof key);
  int rc = hmac(key, sizeof key, msg.data(), msg.size(), mac.data());
  OPENSSL_cleanse(key, sizeof key);
  return rc;
}

int checkLocked(const char *name, const Request &r) {
  Locked<32> key;
  std::array<std::uint8_t, 32> mac{};
  kms_fetch(name, key.data(), key.size());
  std::string msg = render(r);
  return hmac(key.data(), key.size(), msg.data(), msg.size(), mac.data());
}

int fromEnvironment() noexcept {
  [[secret]] const char *k = std::getenv("LICENCE_KEY"); // EXPECT: secret-hidden-copy
  std::array<std::uint8_t, 32> mac{};
  if (!k)
    return -1;
  return hmac(reinterpret_cast<const std::uint8_t *>(k), std::strlen(k), "probe", 5, mac.data());
}

int portFromEnvironment() noexcept {
  const char *p = std::getenv("LICENCE_PORT");
  return p ? std::atoi(p) : 8443;
}

int toChild([[secret]] const char *key, const char *host) noexcept {
  setenv("LICENCE_HOST", host, 1);
  setenv("LICENCE_KEY", key, 1); // EXPECT: secret-exposure
  return 0;
}

int toPipe(int fd, [[secret]] const std::uint8_t *key) noexcept {
  return ::write(fd, key, 32) == 32 ? 0 : -1;
}

std::string toText([[secret]] const std::uint8_t *key) {
  static const char digits[] = "0123456789abcdef";
  std::string s;
  for (int i = 0; i < 32; ++i) {
    s += digits[key[i] >> 4]; // EXPECT: secret-immutable-copy
    s += digits[key[i] & 15]; // EXPECT: secret-immutable-copy
  }
  return s; // ALLOW: secret-immutable-copy, secret-hidden-copy
}

void statistics(const std::map<std::string, int> &seats) {
  for (const auto &[product, n] : seats)
    std::cout << product << ": " << n << '\n';
}

} // namespace lic
