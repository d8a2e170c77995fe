// Input streams, static scratch buffers and environment variables.
// CATEGORY: hidden_copy
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>

extern "C" {
int use(const void *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

int from_cin() {
  [[secret]] char pin[16];
  std::cin.read(pin, sizeof pin); // EXPECT: secret-hidden-copy // ALLOW: secret-missing-zeroization
  int rc = use(pin, sizeof pin);
  OPENSSL_cleanse(pin, sizeof pin);
  return rc;
}

int from_ifstream(const char *path) {
  [[secret]] std::array<char, 32> key;
  std::ifstream in(path, std::ios::binary);
  in.read(key.data(), key.size()); // EXPECT: secret-hidden-copy // ALLOW: secret-missing-zeroization
  int rc = use(key.data(), key.size());
  OPENSSL_cleanse(key.data(), key.size());
  return rc;
}

int from_ifstream_public(const char *path) {
  std::array<char, 32> head;
  std::ifstream in(path, std::ios::binary);
  in.read(head.data(), head.size());
  return use(head.data(), head.size());
}

int from_stdio(std::FILE *f) {
  [[secret]] char key[32];
  std::size_t n = std::fread(key, 1, sizeof key, f); // EXPECT: secret-hidden-copy
  int rc = use(key, n);
  OPENSSL_cleanse(key, sizeof key);
  return rc;
}

int from_stdio_unbuffered(std::FILE *f) {
  [[secret]] char key[32];
  std::setvbuf(f, nullptr, _IONBF, 0);
  std::size_t n = std::fread(key, 1, sizeof key, f);
  int rc = use(key, n);
  OPENSSL_cleanse(key, sizeof key);
  return rc;
}

int from_env() {
  [[secret]] const char *tok = std::getenv("SERVICE_TOKEN"); // EXPECT: secret-hidden-copy
  return tok ? use(tok, std::strlen(tok)) : -1;
}

int from_env_public() {
  const char *home = std::getenv("HOME");
  return home ? use(home, std::strlen(home)) : -1;
}

int scratch([[secret]] const std::uint8_t *key) {
  static std::uint8_t tmp[32];
  std::memcpy(tmp, key, sizeof tmp); // EXPECT: secret-hidden-copy
  return use(tmp, sizeof tmp);
}

int scratch_wiped([[secret]] const std::uint8_t *key) {
  static std::uint8_t tmp[32];
  std::memcpy(tmp, key, sizeof tmp);
  int rc = use(tmp, sizeof tmp);
  OPENSSL_cleanse(tmp, sizeof tmp);
  return rc;
}

int scratch_thread([[secret]] const std::uint8_t *key) {
  thread_local std::uint8_t tmp[32];
  std::memcpy(tmp, key, sizeof tmp); // EXPECT: secret-hidden-copy
  return use(tmp, sizeof tmp);
}

int scratch_public(const std::uint8_t *msg) {
  static std::uint8_t tmp[32];
  std::memcpy(tmp, msg, sizeof tmp);
  return use(tmp, sizeof tmp);
}
