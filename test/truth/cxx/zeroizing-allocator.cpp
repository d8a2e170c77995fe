// A vector whose allocator zeroizes.
// MEMORY: clang-O0 clean, gcc-O0 clean, clang-O2 clean, gcc-O2 clean
#include "truth.h"
#include <new>
#include <string.h>
#include <vector>

template <typename T> struct zal_allocator {
  using value_type = T;
  zal_allocator() = default;
  template <typename U> zal_allocator(const zal_allocator<U> &) {}
  T *allocate(std::size_t n) {
    return static_cast<T *>(::operator new(n * sizeof(T)));
  }
  void deallocate(T *p, std::size_t n) {
    explicit_bzero(p, n * sizeof(T));
    ::operator delete(p);
  }
  bool operator==(const zal_allocator &) const { return true; }
  bool operator!=(const zal_allocator &) const { return false; }
};

void run() {
  SECRET std::vector<unsigned char, zal_allocator<unsigned char>> key(64);
  fill(key.data(), key.size());
  key.resize(4096);
  use(key.data(), key.size());
}
