// Exceptions between a secret and its zeroization.
// CATEGORY: application
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n);
int kex([[secret]] std::uint8_t *out, std::size_t n);
}
void send(const std::uint8_t *p, std::size_t n);
int check(const std::uint8_t *p) noexcept;

int plain() {
  std::uint8_t k[32];
  kex(k, sizeof k);
  send(k, sizeof k); // EXPECT: secret-missing-zeroization
  OPENSSL_cleanse(k, sizeof k);
  return 0;
}

int no_throw() {
  std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = check(k);
  OPENSSL_cleanse(k, sizeof k);
  return rc;
}

int rethrows() {
  std::uint8_t k[32];
  kex(k, sizeof k);
  try {
    send(k, sizeof k);
  } catch (...) {
    OPENSSL_cleanse(k, sizeof k);
    throw;
  }
  OPENSSL_cleanse(k, sizeof k);
  return 0;
}

int swallows() {
  std::uint8_t k[32];
  kex(k, sizeof k);
  try {
    send(k, sizeof k);
  } catch (...) {
  }
  OPENSSL_cleanse(k, sizeof k);
  return 0;
}

int throws_itself(int mode) {
  std::uint8_t k[32];
  kex(k, sizeof k);
  if (mode < 0)
    throw std::invalid_argument("mode"); // EXPECT: secret-missing-zeroization
  int rc = check(k);
  OPENSSL_cleanse(k, sizeof k);
  return rc;
}

int noexcept_function() noexcept {
  std::uint8_t k[32];
  kex(k, sizeof k);
  send(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
  return 0;
}

struct Wipe {
  std::uint8_t *p;
  std::size_t n;
  ~Wipe() { OPENSSL_cleanse(p, n); }
};

int guarded() {
  std::uint8_t k[32];
  Wipe w{k, sizeof k};
  kex(k, sizeof k);
  send(k, sizeof k);
  return 0;
}

int guarded_short() {
  std::uint8_t k[32];
  Wipe w{k, 8}; // EXPECT: secret-partial-zeroization
  kex(k, sizeof k);
  send(k, sizeof k);
  return 0;
}

int before(std::vector<int> &log) {
  std::uint8_t k[32];
  log.push_back(1);
  kex(k, sizeof k);
  int rc = check(k);
  OPENSSL_cleanse(k, sizeof k);
  log.push_back(rc);
  return rc;
}

int text(int mode) {
  char pin[16];
  kex(reinterpret_cast<std::uint8_t *>(pin), sizeof pin);
  Wipe w{reinterpret_cast<std::uint8_t *>(pin), sizeof pin};
  if (mode < 0)
    throw std::runtime_error(pin); // EXPECT: secret-exposure
  return 0;
}
