// Throwing calls between a secret's arrival and its wipe.
// CATEGORY: exceptions
#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <cstring>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int c_send(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
void send(const std::uint8_t *p, std::size_t n);
void sendQuiet(const std::uint8_t *p, std::size_t n) noexcept;
void logEvent(const char *s);
int helperNoThrow(int x) noexcept;

static int addOne(int x) { return x + 1; }
static void check(int rc) {
  if (rc != 0)
    throw std::runtime_error("rc");
}

void throws_between() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  send(k, sizeof k); // EXPECT: secret-missing-zeroization
  OPENSSL_cleanse(k, sizeof k);
}

void throws_before() {
  [[secret]] std::uint8_t k[32];
  logEvent("start");
  kex(k, sizeof k);
  sendQuiet(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
}

void throws_after() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  sendQuiet(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
  logEvent("done");
}

void throws_unrelated() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  logEvent("have key"); // EXPECT: secret-missing-zeroization
  sendQuiet(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
}

int c_calls_only() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = c_send(k, sizeof k);
  rc += helperNoThrow(rc);
  OPENSSL_cleanse(k, sizeof k);
  return rc;
}

int visible_nothrow_body() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = addOne(c_send(k, sizeof k));
  OPENSSL_cleanse(k, sizeof k);
  return rc;
}

void visible_throwing_body() {
  [[secret]] std::uint8_t k[32];
  int rc = kex(k, sizeof k);
  check(rc); // EXPECT: secret-missing-zeroization
  OPENSSL_cleanse(k, sizeof k);
}

void throws_explicitly(int n) {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  if (n > 32)
    throw std::length_error("n"); // EXPECT: secret-missing-zeroization
  sendQuiet(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
}

void throws_explicitly_wiped(int n) {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  if (n > 32) {
    OPENSSL_cleanse(k, sizeof k);
    throw std::length_error("n");
  }
  sendQuiet(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
}

void never_wiped_and_throws() {
  [[secret]] std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  kex(k, sizeof k);
  send(k, sizeof k);
}

void noexcept_function() noexcept {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  send(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
}

void caught_inside() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  try {
    send(k, sizeof k);
  } catch (...) {
  }
  OPENSSL_cleanse(k, sizeof k);
}

void caught_and_rethrown() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  try {
    send(k, sizeof k);
  } catch (...) {
    OPENSSL_cleanse(k, sizeof k);
    throw;
  }
  OPENSSL_cleanse(k, sizeof k);
}

void caught_partly() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  try {
    send(k, sizeof k);
  } catch (const std::exception &) {
    throw; // EXPECT: secret-missing-zeroization
  } catch (...) {
    OPENSSL_cleanse(k, sizeof k);
    throw;
  }
  OPENSSL_cleanse(k, sizeof k);
}
