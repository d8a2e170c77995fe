// An allocator that zeroizes what it frees also gets the block of a vector that
// is assigned over.
// RUN: %expect %s -- -std=c++17
#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

extern "C" void explicit_bzero(void *p, std::size_t n);
extern "C" void derive([[secret]] std::uint8_t *out, std::size_t n);

template <class T> struct ZeroizingAllocator {
  using value_type = T;
  ZeroizingAllocator() noexcept = default;
  template <class U>
  ZeroizingAllocator(const ZeroizingAllocator<U> &) noexcept {}
  T *allocate(std::size_t n) {
    return static_cast<T *>(::operator new(n * sizeof(T)));
  }
  void deallocate(T *p, std::size_t n) {
    explicit_bzero(p, n * sizeof(T));
    ::operator delete(p);
  }
};
template <class T, class U>
bool operator==(const ZeroizingAllocator<T> &, const ZeroizingAllocator<U> &) {
  return true;
}
template <class T, class U>
bool operator!=(const ZeroizingAllocator<T> &, const ZeroizingAllocator<U> &) {
  return false;
}
template <class T> using SecureVector = std::vector<T, ZeroizingAllocator<T>>;

SecureVector<std::uint8_t> other() noexcept;
std::vector<std::uint8_t> plain() noexcept;

std::size_t assigned(bool again) {
  SecureVector<std::uint8_t> key(32);
  derive(key.data(), key.size());
  if (again)
    key = other();
  return key.size();
}

void plainVector() {
  std::vector<std::uint8_t> key(32);
  derive(key.data(), key.size());
  key = plain(); // EXPECT: secret-missing-zeroization
  explicit_bzero(key.data(), key.size());
}
