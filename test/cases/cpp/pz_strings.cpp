// Text buffers cleared by length instead of by size in C++.
// CATEGORY: partial
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <memory>

extern "C" {
int tty(char *p, std::size_t n);
int check(const char *p);
void OPENSSL_cleanse(void *p, std::size_t n);
}

int by_strlen() {
  [[secret]] char pw[128];
  tty(pw, sizeof pw);
  int rc = check(pw);
  OPENSSL_cleanse(pw, std::strlen(pw)); // EXPECT: secret-partial-zeroization
  return rc;
}

int by_size() {
  [[secret]] char pw[128];
  tty(pw, sizeof pw);
  int rc = check(pw);
  OPENSSL_cleanse(pw, sizeof pw);
  return rc;
}

int by_strlen_array() {
  [[secret]] std::array<char, 128> pw;
  tty(pw.data(), pw.size());
  int rc = check(pw.data());
  OPENSSL_cleanse(pw.data(), std::strlen(pw.data())); // EXPECT: secret-partial-zeroization
  return rc;
}

int by_printed_length([[secret]] const char *token) {
  char line[256];
  int n = std::snprintf(line, sizeof line, "Bearer %s", token);
  int rc = check(line);
  OPENSSL_cleanse(line, static_cast<std::size_t>(n));
  return rc;
}

int by_strlen_printed([[secret]] const char *token) {
  char line[256];
  std::snprintf(line, sizeof line, "Bearer %s", token);
  int rc = check(line);
  OPENSSL_cleanse(line, std::strlen(line)); // ALLOW: secret-partial-zeroization
  return rc;
}

int by_strlen_heap() {
  [[secret]] auto pw = std::make_unique<char[]>(128);
  tty(pw.get(), 128);
  int rc = check(pw.get());
  OPENSSL_cleanse(pw.get(), std::strlen(pw.get())); // EXPECT: secret-partial-zeroization
  return rc;
}

int by_strlen_param([[secret]] char *pw) {
  int rc = check(pw);
  OPENSSL_cleanse(pw, std::strlen(pw));
  return rc;
}
