// Tagged and untagged scalars, references and enums in C++.
// CATEGORY: scalars
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

extern "C" {
std::uint32_t keypad(void);
int keypad_into(std::uint32_t *out);
int verify(std::uint32_t v);
int put(const std::uint8_t *p, std::size_t n);
void explicit_bzero(void *p, std::size_t n) noexcept;
}
[[secret]] std::uint64_t boardSecret() noexcept;

bool local_forgets() {
  [[secret]] std::uint32_t pin = keypad(); // EXPECT: secret-missing-zeroization
  return verify(pin) == 0;
}

bool local_wipes() {
  [[secret]] std::uint32_t pin = keypad();
  bool ok = verify(pin) == 0;
  explicit_bzero(&pin, sizeof pin);
  return ok;
}

bool local_assigns() {
  [[secret]] std::uint32_t pin = keypad();
  bool ok = verify(pin) == 0;
  pin = 0; // EXPECT: secret-elidable-zeroization
  return ok;
}

bool local_volatile_cast() {
  [[secret]] std::uint32_t pin = keypad();
  bool ok = verify(pin) == 0;
  const_cast<volatile std::uint32_t &>(pin) = 0;
  return ok;
}

bool local_brace() {
  [[secret]] std::uint32_t pin{};
  if (keypad_into(&pin) != 0)
    return false; // EXPECT: secret-missing-zeroization
  bool ok = verify(pin) == 0;
  explicit_bzero(&pin, sizeof pin);
  return ok;
}

bool untagged_from_tagged() {
  std::uint64_t s = boardSecret();
  return verify(static_cast<std::uint32_t>(s)) == 0;
}

int bytes_from_tagged() {
  std::uint64_t s = boardSecret();
  std::uint8_t b[8]; // EXPECT: secret-missing-zeroization
  for (int i = 0; i < 8; ++i)
    b[i] = static_cast<std::uint8_t>(s >> (8 * i));
  return put(b, sizeof b);
}

int bytes_from_tagged_clean() {
  std::uint64_t s = boardSecret();
  std::uint8_t b[8];
  for (int i = 0; i < 8; ++i)
    b[i] = static_cast<std::uint8_t>(s >> (8 * i));
  int rc = put(b, sizeof b);
  explicit_bzero(b, sizeof b);
  return rc;
}

int bytes_from_untagged() {
  std::uint32_t s = keypad();
  std::uint8_t b[4];
  std::memcpy(b, &s, sizeof b);
  return put(b, sizeof b);
}

bool param_forgets([[secret]] std::uint32_t pin) { // EXPECT: secret-missing-zeroization
  return verify(pin) == 0;
}

bool param_reference([[secret]] const std::uint32_t &pin) { return verify(pin) == 0; }

bool param_wipes([[secret]] std::uint32_t pin) {
  bool ok = verify(pin) == 0;
  explicit_bzero(&pin, sizeof pin);
  return ok;
}
