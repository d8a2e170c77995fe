// Which handler takes what is thrown.
// CATEGORY: exceptions
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
void logEvent(const char *text) noexcept;

static void check(int rc) {
  if (rc != 0)
    throw std::runtime_error("rc " + std::to_string(rc));
}

static void checkCode(int rc) {
  if (rc != 0)
    throw rc;
}

void own_exception() {
  [[secret]] std::uint8_t k[32];
  int rc = kex(k, sizeof k);
  try {
    if (rc < 0)
      throw std::runtime_error("kex");
  } catch (const std::exception &e) {
    logEvent(e.what());
  }
  OPENSSL_cleanse(k, sizeof k);
}

void own_number() {
  [[secret]] std::uint8_t k[32];
  int rc = kex(k, sizeof k);
  try {
    if (rc < 0)
      throw rc; // EXPECT: secret-missing-zeroization
  } catch (const std::exception &e) {
    logEvent(e.what());
  }
  OPENSSL_cleanse(k, sizeof k);
}

void own_number_caught() {
  [[secret]] std::uint8_t k[32];
  int rc = kex(k, sizeof k);
  try {
    if (rc < 0)
      throw rc;
  } catch (const std::exception &e) {
    logEvent(e.what());
  } catch (int) {
    logEvent("code");
  }
  OPENSSL_cleanse(k, sizeof k);
}

void checked() {
  [[secret]] std::uint8_t k[32];
  int rc = kex(k, sizeof k);
  try {
    check(rc);
  } catch (const std::runtime_error &e) {
    logEvent(e.what());
  }
  OPENSSL_cleanse(k, sizeof k);
}

void checked_as_another() {
  [[secret]] std::uint8_t k[32];
  int rc = kex(k, sizeof k);
  try {
    check(rc); // EXPECT: secret-missing-zeroization
  } catch (const std::logic_error &e) {
    logEvent(e.what());
  }
  OPENSSL_cleanse(k, sizeof k);
}

void checked_code() {
  [[secret]] std::uint8_t k[32];
  int rc = kex(k, sizeof k);
  try {
    checkCode(rc); // EXPECT: secret-missing-zeroization
  } catch (const std::exception &e) {
    logEvent(e.what());
  }
  OPENSSL_cleanse(k, sizeof k);
}

void first_handler_wipes(int n) {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  try {
    if (n > 32)
      throw std::length_error("n");
  } catch (const std::logic_error &) {
    OPENSSL_cleanse(k, sizeof k);
    throw;
  } catch (const std::exception &) {
    throw;
  }
  OPENSSL_cleanse(k, sizeof k);
}
