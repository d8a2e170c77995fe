// Lambdas, std::function, threads and scope guards.
// CATEGORY: application
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <thread>
#include <utility>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n) noexcept;
int derive([[secret]] std::uint8_t *out, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n) noexcept;
}
using Key = std::array<std::uint8_t, 32>;

template <class F> struct OnExit {
  F f;
  explicit OnExit(F g) : f(std::move(g)) {}
  OnExit(const OnExit &) = delete;
  ~OnExit() { f(); }
};

int by_reference() {
  Key k;
  derive(k.data(), k.size());
  auto f = [&k] { return use(k.data(), k.size()); };
  int rc = f();
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int by_copy() {
  Key k;
  derive(k.data(), k.size());
  auto f = [k] { return use(k.data(), k.size()); }; // EXPECT: secret-hidden-copy
  int rc = f();
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int by_pointer() {
  Key k;
  derive(k.data(), k.size());
  auto f = [p = k.data()] { return use(p, 32); };
  int rc = f();
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int length_only() {
  Key k;
  derive(k.data(), k.size());
  auto f = [n = k.size()] { return int(n); };
  int rc = f() + use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int at_exit() {
  Key k;
  OnExit guard([&k] { OPENSSL_cleanse(k.data(), k.size()); });
  derive(k.data(), k.size());
  return use(k.data(), k.size());
}

int at_exit_memset() {
  Key k;
  OnExit guard([&k] { std::memset(k.data(), 0, k.size()); }); // EXPECT: secret-elidable-zeroization
  derive(k.data(), k.size());
  return use(k.data(), k.size());
}

int at_exit_nothing() {
  Key k; // EXPECT: secret-missing-zeroization
  int count = 0;
  OnExit guard([&count] { count++; });
  derive(k.data(), k.size());
  return use(k.data(), k.size());
}

int wiped_in_lambda() {
  Key k;
  auto done = [&] { OPENSSL_cleanse(k.data(), k.size()); };
  derive(k.data(), k.size());
  int rc = use(k.data(), k.size());
  done();
  return rc;
}

int wiped_in_lambda_on_one_path(int mode) {
  Key k;
  auto done = [&]() noexcept { OPENSSL_cleanse(k.data(), k.size()); };
  derive(k.data(), k.size());
  if (mode < 0)
    return -1; // EXPECT: secret-missing-zeroization
  int rc = use(k.data(), k.size());
  done();
  return rc;
}
