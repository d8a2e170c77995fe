// Models a disk lock whose records have members that clear themselves.
// CATEGORY: classes
#include <array>
#include <cstddef>
#include <cstdint>

extern "C" {
int disk_key(std::uint8_t *out, std::size_t n) noexcept;
int disk_open(const std::uint8_t *p, std::size_t n) noexcept;
void explicit_bzero(void *p, std::size_t n) noexcept;
}
using Bytes = std::array<std::uint8_t, 32>;

struct Clean {
  Bytes bytes;
  ~Clean() { explicit_bzero(bytes.data(), bytes.size()); }
};

struct Slots {
  Bytes plain;
  Clean clean;
};

void only_one_clears([[secret]] const Bytes &k) {
  Slots s; // EXPECT: secret-missing-zeroization
  s.plain = k;
  s.clean.bytes = k;
  disk_open(s.plain.data(), 32);
}

void the_one_that_clears([[secret]] const Bytes &k) {
  Slots s;
  s.clean.bytes = k;
  disk_open(s.clean.bytes.data(), 32);
}

void the_other_by_hand([[secret]] const Bytes &k) {
  Slots s;
  s.plain = k;
  s.clean.bytes = k;
  explicit_bzero(s.plain.data(), s.plain.size());
}

void the_other_by_half([[secret]] const Bytes &k) {
  Slots s;
  s.plain = k;
  s.clean.bytes = k;
  explicit_bzero(s.plain.data(), 16); // EXPECT: secret-partial-zeroization
}
