// Flags, bit fields, scalars and constants.
// CATEGORY: untagged
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

enum class Perm : std::uint8_t { None = 0, Read = 1, Write = 2, Exec = 4 };
constexpr Perm operator|(Perm a, Perm b) {
  return static_cast<Perm>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
constexpr bool has(Perm set, Perm p) { return (static_cast<std::uint8_t>(set) & static_cast<std::uint8_t>(p)) != 0; }

struct Header {
  std::uint16_t version : 4;
  std::uint16_t flags : 12;
  std::uint8_t magic[4];
};
static constexpr std::uint8_t kMagic[4] = {0xde, 0xad, 0xbe, 0xef};
static constexpr std::array<const char *, 3> kNames{"read", "write", "exec"};

bool parse(const std::uint8_t *p, std::size_t n, Header &h) {
  if (n < sizeof h)
    return false;
  std::memcpy(&h, p, sizeof h);
  return std::memcmp(h.magic, kMagic, sizeof kMagic) == 0 && h.version < 8;
}

const char *nameOf(Perm p) {
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (has(p, static_cast<Perm>(1u << i)))
      return kNames[i];
  return "none";
}

std::size_t population(const std::uint8_t *p, std::size_t n) {
  std::size_t c = 0;
  for (std::size_t i = 0; i < n; ++i)
    c += std::bitset<8>(p[i]).count();
  return c;
}

int reset(int value) {
  int pin = value;
  int key = pin * 3;
  pin = 0;
  key = key > 9 ? 0 : key;
  return pin + key;
}
