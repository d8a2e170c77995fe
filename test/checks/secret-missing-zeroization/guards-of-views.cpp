// A guard whose destructor asks whether its view is empty zeroizes what it views.
// RUN: %expect %s -- -std=c++20
#include <cstddef>
#include <cstdint>
#include <span>

extern "C" void explicit_bzero(void *, std::size_t) noexcept;
void fill([[clang::annotate("secret")]] std::uint8_t *to, std::size_t n) noexcept;
void show(std::span<std::uint8_t> bytes) noexcept;

struct Guard {
  std::span<std::uint8_t> bytes;
  ~Guard() {
    if (!bytes.empty())
      explicit_bzero(bytes.data(), bytes.size());
  }
};

void guarded() {
  std::uint8_t key[32];
  Guard g{key};
  fill(key, sizeof key);
}

struct Shower {
  std::span<std::uint8_t> bytes;
  ~Shower() {
    if (!bytes.empty())
      show(bytes);
  }
};

// Twin: it does something else.
void shown() {
  std::uint8_t key[32]; // EXPECT: secret-missing-zeroization
  Shower g{key};
  fill(key, sizeof key);
}

// Twin: outside of a destructor both ways are possible.
void asked(std::span<std::uint8_t> bytes) {
  std::uint8_t key[32];
  fill(key, sizeof key);
  if (!bytes.empty())
    explicit_bzero(key, sizeof key);
} // EXPECT: secret-missing-zeroization
