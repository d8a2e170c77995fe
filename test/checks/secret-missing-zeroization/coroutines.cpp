// A coroutine's locals live in its frame, across suspensions; they end as any
// local does.
// RUN: %expect %s -- -std=c++20
// RUN: %expect %s -- -std=c++23
#include "../../Inputs/mock.h"
#include "../../Inputs/mock_coroutine.h"

task never() {
  unsigned char key[32]; // EXPECT: secret-missing-zeroization
  fill(key);
  co_await std::suspend_always();
  use(key);
}

task wiped() {
  unsigned char key[32];
  fill(key);
  co_await std::suspend_always();
  use(key);
  explicit_bzero(key, sizeof(key));
}

task_int some_path(bool early) {
  unsigned char key[32];
  fill(key);
  if (early)
    co_return 1; // EXPECT: secret-missing-zeroization
  explicit_bzero(key, sizeof(key));
  co_return 2;
}

task yields() {
  unsigned char key[32];
  for (int i = 0; i < 3; ++i) {
    fill(key);
    co_yield i;
  }
  explicit_bzero(key, sizeof(key));
}

task parameter(SECRET const unsigned char *key) {
  co_await std::suspend_always();
  use(key);
}

struct wipes {
  wipes() { fill(key); }
  ~wipes() { explicit_bzero(key, sizeof(key)); }
  SECRET unsigned char key[16];
};

task guarded() {
  wipes w;
  co_await std::suspend_always();
  use(w.key);
}

task nothing() { co_return; }

/// A lambda may be a coroutine, too.
void closure() {
  auto body = []() -> task {
    unsigned char key[32]; // EXPECT: secret-missing-zeroization
    fill(key);
    co_await std::suspend_always();
  };
  body();
}

/// A promise whose unhandled_exception never returns.
struct strict {
  struct promise_type {
    strict get_return_object() noexcept { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { __builtin_abort(); }
  };
};
struct pin {
  unsigned char digits[16];
};

strict by_value(SECRET pin p) noexcept { // EXPECT: secret-missing-zeroization
  use(p.digits);
  co_await std::suspend_never();
}

strict by_value_wiped(SECRET pin p) noexcept {
  use(p.digits);
  co_await std::suspend_never();
  explicit_bzero(&p, sizeof(p));
}
