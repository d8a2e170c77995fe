// An allocator that zeroizes before it gives the block to the library's own.
// RUN: %expect %s -- -std=c++17 -fno-exceptions
#include "../../Inputs/mock_std.h"

template <typename T> struct by_memset {
  using value_type = T;
  T *allocate(size_t n) { return std::allocator<T>().allocate(n); }
  void deallocate(T *p, size_t n) noexcept {
    memset(p, 0, n * sizeof(T));
    std::allocator<T>().deallocate(p, n);
  }
};

template <typename T> struct by_loop {
  using value_type = T;
  T *allocate(size_t n) { return std::allocator<T>().allocate(n); }
  void deallocate(T *p, size_t n) noexcept {
    for (size_t i = 0; i < n; ++i)
      p[i] = 0;
    std::allocator<T>().deallocate(p, n);
  }
};

template <typename T> struct reliably {
  using value_type = T;
  T *allocate(size_t n) { return std::allocator<T>().allocate(n); }
  void deallocate(T *p, size_t n) noexcept {
    explicit_bzero(p, n * sizeof(T));
    std::allocator<T>().deallocate(p, n);
  }
};

template <typename T> struct by_volatile_loop {
  using value_type = T;
  T *allocate(size_t n) { return std::allocator<T>().allocate(n); }
  void deallocate(T *p, size_t n) noexcept {
    volatile T *q = p;
    for (size_t i = 0; i < n; ++i)
      q[i] = 0;
    std::allocator<T>().deallocate(p, n);
  }
};

template <typename T> struct not_at_all {
  using value_type = T;
  T *allocate(size_t n) { return std::allocator<T>().allocate(n); }
  void deallocate(T *p, size_t n) noexcept {
    std::allocator<T>().deallocate(p, n);
  }
};

template <typename A> using bytes = std::vector<unsigned char, A>;

void memsets() {
  bytes<by_memset<unsigned char>> key(32); // EXPECT: secret-elidable-zeroization
  fill(key.data());
}

void loops() {
  bytes<by_loop<unsigned char>> key(32); // EXPECT: secret-elidable-zeroization
  fill(key.data());
}

void wipes() {
  bytes<reliably<unsigned char>> key(32);
  fill(key.data());
}

void loops_through_volatile() {
  bytes<by_volatile_loop<unsigned char>> key(32);
  fill(key.data());
}

void frees() {
  bytes<not_at_all<unsigned char>> key(32); // EXPECT: secret-missing-zeroization
  fill(key.data());
}

void block_of_the_library() {
  std::allocator<unsigned char> a;
  unsigned char *block = a.allocate(32);
  fill(block);
  memset(block, 0, 32); // EXPECT: secret-elidable-zeroization
  a.deallocate(block, 32);
}

void wiped_block_of_the_library() {
  std::allocator<unsigned char> a;
  unsigned char *block = a.allocate(32);
  fill(block);
  explicit_bzero(block, 32);
  a.deallocate(block, 32);
}
