// Unknown code that gets a raw pointer may keep it, but does not own the block
// behind it: a smart pointer still releases that.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void exchange(unsigned char *out) noexcept;

void lent() {
  [[clang::annotate("secret")]] auto key = std::make_unique<unsigned char[]>(32); // EXPECT: secret-missing-zeroization
  exchange(key.get());
}

void lent_and_wiped() {
  [[clang::annotate("secret")]] auto key = std::make_unique<unsigned char[]>(32);
  exchange(key.get());
  explicit_bzero(key.get(), 32);
}

void assigned() {
  [[clang::annotate("secret")]] std::unique_ptr<unsigned char[]> key(new unsigned char[32]);
  exchange(key.get());
  key = nullptr; // EXPECT: secret-missing-zeroization
}

void assigned_when_wiped() {
  [[clang::annotate("secret")]] std::unique_ptr<unsigned char[]> key(new unsigned char[32]);
  exchange(key.get());
  explicit_bzero(key.get(), 32);
  key = nullptr;
}

void keep(unsigned char *block) noexcept;
void released_and_kept() {
  [[clang::annotate("secret")]] std::unique_ptr<unsigned char[]> key(new unsigned char[32]);
  exchange(key.get());
  keep(key.release());
}

void raw_and_kept() {
  unsigned char *key = new unsigned char[32];
  fill(key);
  keep(key);
}

void consume(std::unique_ptr<unsigned char[]> key) noexcept;
void moved_on() {
  [[clang::annotate("secret")]] auto key = std::make_unique<unsigned char[]>(32);
  exchange(key.get());
  consume(std::move(key));
}

struct leaves {
  unsigned char bytes[16];
};
void share(std::shared_ptr<leaves> key) noexcept;
void shared_on() {
  auto key = std::make_shared<leaves>();
  fill(key->bytes);
  share(key);
}
