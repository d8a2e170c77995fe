// Vectors with zeroizing and with plain allocators.
// CATEGORY: raii
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

template <class T> struct WipingAllocator {
  using value_type = T;
  WipingAllocator() noexcept = default;
  template <class U> WipingAllocator(const WipingAllocator<U> &) noexcept {}
  T *allocate(std::size_t n) { return static_cast<T *>(::operator new(n * sizeof(T))); }
  void deallocate(T *p, std::size_t n) noexcept {
    OPENSSL_cleanse(p, n * sizeof(T));
    ::operator delete(p);
  }
  bool operator==(const WipingAllocator &) const noexcept { return true; }
};
template <class T> struct CountingAllocator {
  using value_type = T;
  CountingAllocator() noexcept = default;
  template <class U> CountingAllocator(const CountingAllocator<U> &) noexcept {}
  T *allocate(std::size_t n) { return static_cast<T *>(::operator new(n * sizeof(T))); }
  void deallocate(T *p, std::size_t) noexcept { ::operator delete(p); }
  bool operator==(const CountingAllocator &) const noexcept { return true; }
};
using SecureBytes = std::vector<std::uint8_t, WipingAllocator<std::uint8_t>>;
using CountedBytes = std::vector<std::uint8_t, CountingAllocator<std::uint8_t>>;

namespace Botan {
template <class T> class secure_allocator {
public:
  using value_type = T;
  secure_allocator() noexcept = default;
  template <class U> secure_allocator(const secure_allocator<U> &) noexcept {}
  T *allocate(std::size_t n);
  void deallocate(T *p, std::size_t n);
  bool operator==(const secure_allocator &) const noexcept { return true; }
};
template <class T> using secure_vector = std::vector<T, secure_allocator<T>>;
} // namespace Botan

int with_wiping() {
  [[secret]] SecureBytes k(32);
  kex(k.data(), k.size());
  return use(k.data(), k.size());
}

int with_counting() {
  [[secret]] CountedBytes k(32); // EXPECT: secret-missing-zeroization
  kex(k.data(), k.size());
  return use(k.data(), k.size());
}

int with_botan() {
  [[secret]] Botan::secure_vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  return use(k.data(), k.size());
}

int with_standard() {
  [[secret]] std::vector<std::uint8_t> k(32); // EXPECT: secret-missing-zeroization
  kex(k.data(), k.size());
  return use(k.data(), k.size());
}

int with_standard_wiped() {
  [[secret]] std::vector<std::uint8_t> k(32);
  kex(k.data(), k.size());
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

class Channel {
public:
  Channel() : tx_(32), rx_(32) {
    kex(tx_.data(), tx_.size());
    kex(rx_.data(), rx_.size());
  }

private:
  [[secret]] SecureBytes tx_;
  [[secret]] std::vector<std::uint8_t> rx_; // EXPECT: secret-missing-zeroization
};
