// A view of the secret is no copy.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <string.h>
#include <string_view>

void run() {
  SECRET char text[65] = {};
  fill(text, 64);
  std::string_view view(text, 64);
  use(view.data(), view.size());
  explicit_bzero(text, sizeof text);
}
