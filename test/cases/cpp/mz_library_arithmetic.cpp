// Algorithms and conversions of the library that carry a key along.
// CATEGORY: copies
#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <endian.h>
#include <functional>
#include <string>
#include <string.h>
#include <string_view>

using Key = std::array<std::uint8_t, 32>;
struct Words {
  std::uint32_t w[8];
};
extern "C" int use(const std::uint8_t *p, std::size_t n);
extern "C" int use_words(const std::uint32_t *p);
extern "C" int use_text(const char *p);

void swapped([[secret]] const std::uint32_t *k) {
  std::uint32_t w[4]; // EXPECT: secret-missing-zeroization
  for (int i = 0; i < 4; ++i)
    w[i] = __builtin_bswap32(k[i]);
  use_words(w);
}

void swapped_and_wiped([[secret]] const std::uint32_t *k) {
  std::uint32_t w[4];
  for (int i = 0; i < 4; ++i)
    w[i] = __builtin_bswap32(k[i]);
  use_words(w);
  explicit_bzero(w, sizeof w);
}

void big_endian([[secret]] const std::uint32_t *k) {
  std::uint32_t w[4]; // EXPECT: secret-missing-zeroization
  for (int i = 0; i < 4; ++i)
    w[i] = be32toh(k[i]);
  use_words(w);
}

void network_order([[secret]] const std::uint32_t *k) {
  std::uint32_t w[4]; // EXPECT: secret-missing-zeroization
  for (int i = 0; i < 4; ++i)
    w[i] = htonl(k[i]);
  use_words(w);
}

void rotated([[secret]] const std::uint32_t *k) {
  std::uint32_t w[4]; // EXPECT: secret-missing-zeroization
  for (int i = 0; i < 4; ++i)
    w[i] = std::rotl(k[i], 3);
  use_words(w);
}

void rotated_public(const std::uint32_t *salt) {
  std::uint32_t w[4];
  for (int i = 0; i < 4; ++i)
    w[i] = std::rotr(htonl(salt[i]), 3);
  use_words(w);
}

void mixed_first([[secret]] const Key &k, const Key &pad) {
  Key out; // EXPECT: secret-missing-zeroization
  std::transform(k.begin(), k.end(), pad.begin(), out.begin(), std::bit_xor<>());
  use(out.data(), 32);
}

void mixed_second([[secret]] const Key &k, const Key &pad) {
  Key out; // EXPECT: secret-missing-zeroization
  std::transform(pad.begin(), pad.end(), k.begin(), out.begin(), std::bit_xor<>());
  use(out.data(), 32);
}

void mixed_public(const Key &a, const Key &b) {
  Key out;
  std::transform(a.begin(), a.end(), b.begin(), out.begin(), std::bit_xor<>());
  std::ranges::transform(a, b, out.begin(), std::bit_xor<>());
  use(out.data(), 32);
}

void ranges_one([[secret]] const Key &k) {
  Key out; // EXPECT: secret-missing-zeroization
  std::ranges::transform(k, out.begin(), [](std::uint8_t c) { return c ^ 1; });
  use(out.data(), 32);
}

void ranges_two([[secret]] const Key &k, const Key &pad) {
  Key out; // EXPECT: secret-missing-zeroization
  std::ranges::transform(pad, k, out.begin(), std::bit_xor<>());
  use(out.data(), 32);
}

void ranges_wiped([[secret]] const Key &k, const Key &pad) {
  Key out;
  std::ranges::transform(pad, k, out.begin(), std::bit_xor<>());
  use(out.data(), 32);
  explicit_bzero(out.data(), 32);
}

void cast([[secret]] const Key &k) {
  auto w = std::bit_cast<Words>(k); // EXPECT: secret-missing-zeroization
  use_words(w.w);
}

void cast_public(const Key &salt) {
  auto w = std::bit_cast<Words>(salt);
  use_words(w.w);
}

void printed([[secret]] const std::uint64_t &pin) {
  char text[32] = {}; // EXPECT: secret-missing-zeroization
  std::to_chars(text, text + 31, pin);
  use_text(text);
}

void printed_public(std::uint64_t n) {
  char text[32] = {};
  std::to_chars(text, text + 31, n);
  use_text(text);
}

void text_copied([[secret]] const std::string &pw) {
  char text[32] = {}; // EXPECT: secret-missing-zeroization
  pw.copy(text, 31);
  use_text(text);
}

void view_copied([[secret]] std::string_view pw) {
  char text[32] = {}; // EXPECT: secret-missing-zeroization
  pw.copy(text, 31);
  use_text(text);
}

void view_copied_wiped([[secret]] std::string_view pw) {
  char text[32] = {};
  pw.copy(text, 31);
  use_text(text);
  explicit_bzero(text, sizeof text);
}
