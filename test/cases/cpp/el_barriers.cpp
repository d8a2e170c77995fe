// Barriers, volatile loops and function pointers in C++.
// CATEGORY: barriers
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
}
namespace {
void barrierWipe(void *p, std::size_t n) noexcept {
  std::memset(p, 0, n);
  asm volatile("" : : "r"(p) : "memory");
}
void plainWipe(void *p, std::size_t n) noexcept { std::memset(p, 0, n); }
void volatileWipe(void *p, std::size_t n) noexcept {
  auto *v = static_cast<volatile std::uint8_t *>(p);
  for (std::size_t i = 0; i < n; ++i)
    v[i] = 0;
}
void *(*const volatile setFn)(void *, int, std::size_t) = std::memset;
template <class T> void wipeObject(T &t) noexcept { volatileWipe(&t, sizeof t); }
template <class T> void clearObject(T &t) noexcept { plainWipe(&t, sizeof t); }
} // namespace

int by_barrier() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  barrierWipe(k, sizeof k);
  return rc;
}

int by_plain() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  plainWipe(k, sizeof k); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_volatile() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  volatileWipe(k, sizeof k);
  return rc;
}

int by_pointer() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  setFn(k, 0, sizeof k);
  return rc;
}

int by_template() {
  [[secret]] std::array<std::uint8_t, 32> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  wipeObject(k);
  return rc;
}

int by_template_plain() {
  [[secret]] std::array<std::uint8_t, 32> k;
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  clearObject(k); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_operand_only() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  std::memset(k, 0, sizeof k); // EXPECT: secret-elidable-zeroization
  asm volatile("" : : "r"(k));
  return rc;
}

int by_clobber_after_escape() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  std::memset(k, 0, sizeof k);
  asm volatile("" : : : "memory");
  return rc;
}

int by_lambda() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  auto wipe = [](std::uint8_t *p, std::size_t n) noexcept { std::memset(p, 0, n); };
  wipe(k, sizeof k); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_reference_caller_owned([[secret]] std::array<std::uint8_t, 32> &k) {
  clearObject(k);
  return 0;
}
