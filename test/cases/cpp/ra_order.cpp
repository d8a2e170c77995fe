// Guards armed early, late, twice, moved and dismissed.
// CATEGORY: raii
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
void transmit(const std::uint8_t *p);
void transmitQuiet(const std::uint8_t *p) noexcept;

struct Guard {
  void *p;
  std::size_t n;
  ~Guard() { OPENSSL_cleanse(p, n); }
};

int armed_early() {
  [[secret]] std::uint8_t k[32];
  Guard g{k, sizeof k};
  kex(k, sizeof k);
  transmit(k);
  return 0;
}

int armed_after_fill() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  Guard g{k, sizeof k};
  transmit(k);
  return 0;
}

int armed_after_return(bool off) {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  if (off)
    return -1; // EXPECT: secret-missing-zeroization
  Guard g{k, sizeof k};
  transmit(k);
  return 0;
}

int armed_after_throwing() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  transmit(k); // EXPECT: secret-missing-zeroization
  Guard g{k, sizeof k};
  transmitQuiet(k);
  return 0;
}

int armed_twice() {
  [[secret]] std::uint8_t k[32];
  Guard g{k, sizeof k};
  Guard h{k, sizeof k};
  kex(k, sizeof k);
  transmit(k);
  return 0;
}

int armed_and_explicit() {
  [[secret]] std::uint8_t k[32];
  Guard g{k, sizeof k};
  kex(k, sizeof k);
  transmit(k);
  OPENSSL_cleanse(k, sizeof k);
  return 0;
}

int armed_per_turn(int n) {
  for (int i = 0; i < n; ++i) {
    [[secret]] std::uint8_t k[32];
    Guard g{k, sizeof k};
    if (kex(k, sizeof k) != 0)
      continue;
    if (i == 3)
      break;
    transmit(k);
  }
  return 0;
}

int armed_on_heap() {
  [[secret]] auto k = std::make_unique<std::uint8_t[]>(32);
  Guard g{k.get(), 32};
  kex(k.get(), 32);
  transmit(k.get());
  return 0;
}
