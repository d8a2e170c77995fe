// Local guards that wipe, only memset, or do nothing at scope exit.
// CATEGORY: raii
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
void transmit(const std::uint8_t *p, std::size_t n);

class WipeGuard {
public:
  WipeGuard(void *p, std::size_t n) noexcept : p_(p), n_(n) {}
  WipeGuard(const WipeGuard &) = delete;
  ~WipeGuard() { OPENSSL_cleanse(p_, n_); }

private:
  void *p_;
  std::size_t n_;
};
class MemsetGuard {
public:
  MemsetGuard(void *p, std::size_t n) noexcept : p_(p), n_(n) {}
  MemsetGuard(const MemsetGuard &) = delete;
  ~MemsetGuard() { std::memset(p_, 0, n_); }

private:
  void *p_;
  std::size_t n_;
};
class TraceGuard {
public:
  TraceGuard(void *p, std::size_t n) noexcept : p_(p), n_(n) {}
  ~TraceGuard() { p_ = nullptr; }

private:
  void *p_;
  std::size_t n_;
};

void guarded() {
  [[secret]] std::uint8_t k[32];
  WipeGuard g(k, sizeof k);
  kex(k, sizeof k);
  transmit(k, sizeof k);
}

int guarded_returns(int mode) {
  [[secret]] std::uint8_t k[32];
  WipeGuard g(k, sizeof k);
  if (kex(k, sizeof k) != 0)
    return -1;
  if (mode == 2)
    throw std::runtime_error("mode");
  transmit(k, sizeof k);
  return 0;
}

void guarded_memset() {
  [[secret]] std::uint8_t k[32];
  MemsetGuard g(k, sizeof k); // EXPECT: secret-elidable-zeroization
  kex(k, sizeof k);
  transmit(k, sizeof k);
}

void guarded_trace() {
  [[secret]] std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  TraceGuard g(k, sizeof k);
  kex(k, sizeof k);
  transmit(k, sizeof k);
}

void guarded_short() {
  [[secret]] std::uint8_t k[32];
  WipeGuard g(k, 16); // EXPECT: secret-partial-zeroization
  kex(k, sizeof k);
  transmit(k, sizeof k);
}

void guarded_other() {
  [[secret]] std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  std::uint8_t other[32] = {};
  WipeGuard g(other, sizeof other);
  kex(k, sizeof k);
  transmit(k, sizeof k);
}

void guarded_vector_of_two() {
  [[secret]] std::array<std::uint8_t, 16> a;
  [[secret]] std::array<std::uint8_t, 16> b;
  WipeGuard ga(a.data(), a.size());
  WipeGuard gb(b.data(), b.size());
  kex(a.data(), a.size());
  kex(b.data(), b.size());
  transmit(a.data(), a.size());
  transmit(b.data(), b.size());
}

void guarded_inner_scope() {
  [[secret]] std::uint8_t k[32];
  {
    WipeGuard g(k, sizeof k);
    kex(k, sizeof k);
    transmit(k, sizeof k);
  }
  transmit(nullptr, 0);
}
