//===- zeroize_on_exit.h - Zeroize on every way out -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For C++11 and later, with any compiler. A guard that zeroizes what it was
// given when its scope is left: at the end, by `return`, by an exception.
//
//   unsigned char key[32];
//   auto key_guard = secret::zeroize_on_exit(key);         // an object
//   auto block_guard = secret::zeroize_on_exit(p, bytes);  // memory
//   auto text_guard = secret::zeroize_on_exit(text);       // a container
//
// Declare it right behind what it guards, so that it goes first. Of a container
// it zeroizes what data() and size() say when the scope is left; what was
// behind size() or in a block that growth left is not reached. The writes are
// volatile ones, which no optimizer may remove.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_ZEROIZE_ON_EXIT_H
#define SECRET_TIDY_ZEROIZE_ON_EXIT_H

#include <cstddef>
#include <type_traits>
#include <utility>

#if defined(__GNUC__)
#define SECRET_TIDY_KEEP_RESULT __attribute__((warn_unused_result))
#else
#define SECRET_TIDY_KEEP_RESULT
#endif

namespace secret {
namespace detail {

inline void zeroize(void *memory, std::size_t bytes) noexcept {
  volatile unsigned char *at = static_cast<volatile unsigned char *>(memory);
  for (std::size_t i = 0; i != bytes; ++i)
    at[i] = 0;
}

template <typename T> struct is_container {
  template <typename C>
  static auto test(C *c) -> decltype(c->data(), c->size(), std::true_type());
  static std::false_type test(...);
  static constexpr bool value =
      decltype(test(static_cast<T *>(nullptr)))::value;
};

} // namespace detail

/// Zeroizes memory at the end of its life. Moved from, it does nothing.
class memory_guard {
public:
  memory_guard(void *memory, std::size_t bytes) noexcept
      : memory_(memory), bytes_(bytes) {}
  memory_guard(memory_guard &&other) noexcept
      : memory_(other.memory_), bytes_(other.bytes_) {
    other.memory_ = nullptr;
  }
  memory_guard(const memory_guard &) = delete;
  memory_guard &operator=(const memory_guard &) = delete;
  ~memory_guard() {
    if (memory_)
      detail::zeroize(memory_, bytes_);
  }

private:
  void *memory_;
  std::size_t bytes_;
};

/// Zeroizes the elements that a container has at the end of the guard's life.
template <typename Container> class container_guard {
public:
  explicit container_guard(Container &container) noexcept
      : container_(&container) {}
  container_guard(container_guard &&other) noexcept
      : container_(other.container_) {
    other.container_ = nullptr;
  }
  container_guard(const container_guard &) = delete;
  container_guard &operator=(const container_guard &) = delete;
  ~container_guard() {
    if (container_)
      detail::zeroize(container_->data(),
                      container_->size() * sizeof(*container_->data()));
  }

private:
  Container *container_;
};

/// Guards \p bytes bytes at \p memory, which may be null.
SECRET_TIDY_KEEP_RESULT inline memory_guard
zeroize_on_exit(void *memory, std::size_t bytes) noexcept {
  return memory_guard(memory, bytes);
}

/// Guards an object that is nothing but its bytes: an array, a plain record.
template <typename T>
SECRET_TIDY_KEEP_RESULT
    typename std::enable_if<!detail::is_container<T>::value, memory_guard>::type
    zeroize_on_exit(T &object) noexcept {
  static_assert(!std::is_pointer<T>::value,
                "say how many bytes: zeroize_on_exit(pointer, bytes)");
  static_assert(!std::is_const<T>::value, "a constant cannot be zeroized");
  static_assert(std::is_trivially_copyable<T>::value,
                "zeroizing its bytes would break this object");
  return memory_guard(&object, sizeof(object));
}

/// Guards the elements of a container with data() and size().
template <typename Container>
SECRET_TIDY_KEEP_RESULT
    typename std::enable_if<detail::is_container<Container>::value,
                            container_guard<Container>>::type
    zeroize_on_exit(Container &container) noexcept {
  using Element =
      typename std::remove_reference<decltype(*container.data())>::type;
  static_assert(!std::is_const<Element>::value, "constants cannot be zeroized");
  static_assert(std::is_trivially_copyable<Element>::value,
                "zeroizing their bytes would break these elements");
  return container_guard<Container>(container);
}

} // namespace secret

#undef SECRET_TIDY_KEEP_RESULT

#endif // SECRET_TIDY_ZEROIZE_ON_EXIT_H
