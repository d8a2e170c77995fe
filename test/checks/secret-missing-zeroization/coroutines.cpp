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
