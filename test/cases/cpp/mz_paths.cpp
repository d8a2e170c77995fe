// Early returns, switches and loops in C++ functions.
// CATEGORY: paths
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

extern "C" {
int next_pin(char *p, std::size_t n);
int try_pin(const char *p);
void sodium_memzero(void *p, std::size_t n);
}
enum class Mode { Off, Once, Many };

int early(Mode m) {
  [[secret]] char pin[16];
  if (m == Mode::Off)
    return -1;
  if (next_pin(pin, sizeof pin) != 0)
    return -2; // EXPECT: secret-missing-zeroization
  int rc = try_pin(pin);
  sodium_memzero(pin, sizeof pin);
  return rc;
}

int early_clean(Mode m) {
  [[secret]] char pin[16];
  if (m == Mode::Off)
    return -1;
  int rc = next_pin(pin, sizeof pin);
  if (rc == 0)
    rc = try_pin(pin);
  sodium_memzero(pin, sizeof pin);
  return rc;
}

int by_mode(Mode m) {
  [[secret]] char pin[16];
  int rc = 0;
  switch (m) {
  case Mode::Off:
    return 0;
  case Mode::Once:
    next_pin(pin, sizeof pin);
    rc = try_pin(pin);
    sodium_memzero(pin, sizeof pin);
    return rc;
  case Mode::Many:
    for (int i = 0; i < 3 && rc == 0; ++i) {
      next_pin(pin, sizeof pin);
      rc = try_pin(pin);
    }
    return rc; // EXPECT: secret-missing-zeroization
  }
  return rc;
}

int loop_break() {
  int ok = 0;
  for (int i = 0; i < 3; ++i) {
    [[secret]] std::array<char, 16> pin;
    next_pin(pin.data(), pin.size());
    ok = try_pin(pin.data());
    if (ok)
      break; // EXPECT: secret-missing-zeroization
    sodium_memzero(pin.data(), pin.size());
  }
  return ok;
}

int loop_clean() {
  int ok = 0;
  for (int i = 0; i < 3 && !ok; ++i) {
    [[secret]] std::array<char, 16> pin;
    next_pin(pin.data(), pin.size());
    ok = try_pin(pin.data());
    sodium_memzero(pin.data(), pin.size());
  }
  return ok;
}

int ternary(bool ask) {
  [[secret]] char pin[16];
  int rc = ask ? next_pin(pin, sizeof pin) : -1;
  if (ask)
    sodium_memzero(pin, sizeof pin);
  return rc;
}

int immediately(bool ask) {
  return [&] {
    [[secret]] char pin[16]; // EXPECT: secret-missing-zeroization
    if (!ask)
      return -1;
    next_pin(pin, sizeof pin);
    return try_pin(pin);
  }();
}

int immediately_clean(bool ask) {
  return [&] {
    [[secret]] char pin[16];
    if (!ask)
      return -1;
    next_pin(pin, sizeof pin);
    int rc = try_pin(pin);
    sodium_memzero(pin, sizeof pin);
    return rc;
  }();
}
