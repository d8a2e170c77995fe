// function, bind, thread and async copy what they are given; a reference is
// none.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

struct block {
  unsigned char bytes[16];
};
void work(const block &b);
void count(int n);

void bound(SECRET const block &key) {
  auto later = std::bind(work, key); // EXPECT: secret-hidden-copy
  later();
}

void bound_by_reference(SECRET block &key) {
  auto later = std::bind(work, std::ref(key));
  later();
}

void in_thread(SECRET const block &key) {
  std::thread t(work, key); // EXPECT: secret-hidden-copy
  t.join();
}

void in_thread_public(SECRET const block &key, int n) {
  std::thread t(count, n);
  t.join();
  use(&key);
}

void in_background(SECRET const block &key) {
  auto result = std::async(work, key); // EXPECT: secret-hidden-copy
}

void in_function(SECRET const block &key) {
  std::function<void()> later = [key] { work(key); }; // EXPECT: secret-hidden-copy
  later();
}

void in_function_by_reference(SECRET const block &key) {
  std::function<void()> later = [&key] { work(key); };
  later();
}
