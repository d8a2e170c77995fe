// What is written to a public buffer byte by byte is public.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

size_t masked([[clang::annotate("secret")]] const char *key) {
  [[clang::annotate("public")]] char blind[16];
  for (int i = 0; i < 16; ++i)
    blind[i] = key[i] ^ 0x77;
  std::string hex(blind, sizeof(blind));
  return hex.size();
}

size_t first([[clang::annotate("secret")]] const char *key) {
  [[clang::annotate("public")]] char blind[16];
  blind[0] = key[0];
  std::string hex(blind, sizeof(blind));
  return hex.size();
}

size_t untagged([[clang::annotate("secret")]] const char *key) noexcept {
  char blind[16];
  blind[0] = key[0];
  std::string hex(blind, sizeof(blind)); // EXPECT: secret-immutable-copy
  explicit_bzero(blind, sizeof(blind));
  return hex.size();
}
