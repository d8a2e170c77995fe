// A coroutine that keeps a key over its suspensions.
// CATEGORY: application
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n) noexcept;
int derive([[secret]] std::uint8_t *out, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n) noexcept;
}

struct Task {
  struct promise_type {
    Task get_return_object() noexcept { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { std::terminate(); }
  };
};

struct Ready {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  int await_resume() const noexcept { return 0; }
};

Task leaks() {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  derive(k, sizeof k);
  co_await Ready{};
  use(k, sizeof k);
}

Task wipes() {
  std::uint8_t k[32];
  derive(k, sizeof k);
  co_await Ready{};
  use(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
}

Task returns_early() {
  std::uint8_t k[32];
  derive(k, sizeof k);
  if (co_await Ready{} != 0)
    co_return; // EXPECT: secret-missing-zeroization
  use(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
}

Task without() {
  std::uint8_t nonce[12] = {};
  co_await Ready{};
  use(nonce, sizeof nonce);
}
