// Scope-exit objects built from lambdas.
// CATEGORY: raii
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
void transmit(const std::uint8_t *p);

template <class F> class Finally {
public:
  explicit Finally(F f) noexcept : f_(std::move(f)) {}
  Finally(const Finally &) = delete;
  ~Finally() { f_(); }

private:
  F f_;
};

int finally_wipes() {
  [[secret]] std::uint8_t k[32];
  Finally wipe([&k]() noexcept { OPENSSL_cleanse(k, sizeof k); });
  if (kex(k, sizeof k) != 0)
    return -1;
  transmit(k);
  return 0;
}

int finally_memset() {
  [[secret]] std::uint8_t k[32];
  Finally wipe([&k]() noexcept { std::memset(k, 0, sizeof k); }); // EXPECT: secret-elidable-zeroization
  if (kex(k, sizeof k) != 0)
    return -1;
  transmit(k);
  return 0;
}

int finally_other() {
  [[secret]] std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  int open = 1;
  Finally close([&open]() noexcept { open = 0; });
  if (kex(k, sizeof k) != 0)
    return -1;
  transmit(k);
  return open;
}

int finally_late() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  transmit(k); // EXPECT: secret-missing-zeroization
  Finally wipe([&k]() noexcept { OPENSSL_cleanse(k, sizeof k); });
  transmit(k);
  return 0;
}

int finally_two() {
  [[secret]] std::array<std::uint8_t, 16> a;
  [[secret]] std::array<std::uint8_t, 16> b;
  Finally wipe([&]() noexcept {
    OPENSSL_cleanse(a.data(), a.size());
    OPENSSL_cleanse(b.data(), b.size());
  });
  kex(a.data(), a.size());
  kex(b.data(), b.size());
  transmit(a.data());
  return 0;
}

int finally_untagged() {
  std::uint8_t k[32];
  Finally clear([&k]() noexcept { std::memset(k, 0, sizeof k); });
  kex(k, sizeof k);
  transmit(k);
  return 0;
}
