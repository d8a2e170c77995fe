// A path is made of strings.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void use_path(const std::filesystem::path &p) noexcept;

void secret_path(SECRET const char *token) {
  std::filesystem::path p(token); // EXPECT: secret-immutable-copy
  use_path(p);
}

void plain_path(SECRET const char *token, const char *folder) {
  std::filesystem::path p(folder);
  use_path(p);
  use(token);
}

void tagged() {
  SECRET std::filesystem::path p; // EXPECT: secret-immutable-copy
}
