// Within the room that it has reserved, a vector keeps its block.
// RUN: %expect %s -- -std=c++17 -fno-exceptions
#include "../../Inputs/mock_std.h"

using bytes = std::vector<unsigned char>;
[[secret]] unsigned char secret_byte() noexcept;
void other(bytes &v) noexcept;

void pushes() {
  bytes key;
  key.reserve(64);
  for (int i = 0; i < 32; ++i)
    key.push_back(secret_byte());
  explicit_bzero(key.data(), key.size());
}

void no_room() {
  bytes key;
  for (int i = 0; i < 32; ++i)
    key.push_back(secret_byte()); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void unknown_number(size_t n) {
  bytes key;
  key.reserve(n);
  for (size_t i = 0; i < n; ++i)
    key.push_back(secret_byte());
  explicit_bzero(key.data(), key.size());
}

void another_vector() {
  bytes key, text;
  text.reserve(64);
  for (int i = 0; i < 32; ++i)
    key.push_back(secret_byte()); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void too_late() {
  bytes key;
  key.push_back(secret_byte());
  key.reserve(64); // EXPECT: secret-hidden-copy
  key.push_back(secret_byte());
  explicit_bzero(key.data(), key.size());
}

void on_one_path(bool big) {
  bytes key;
  if (big)
    key.reserve(64);
  key.push_back(secret_byte());
  key.push_back(secret_byte()); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void on_both_paths(bool big) {
  bytes key;
  key.reserve(big ? 64 : 32);
  key.push_back(secret_byte());
  key.push_back(secret_byte());
  explicit_bzero(key.data(), key.size());
}

void too_little() {
  bytes key;
  key.reserve(2);
  key.push_back(secret_byte());
  key.push_back(secret_byte());
  key.push_back(secret_byte()); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void full() {
  bytes key;
  key.reserve(64);
  key.resize(64);
  fill(key.data());
  key.push_back(1); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void resized_within() {
  bytes key;
  key.reserve(64);
  key.resize(32);
  fill(key.data());
  key.resize(64);
  key.resize(65); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void emptied() {
  bytes key;
  key.reserve(64);
  key.resize(64);
  fill(key.data());
  explicit_bzero(key.data(), key.size());
  key.clear();
  key.push_back(secret_byte());
  key.push_back(secret_byte());
  explicit_bzero(key.data(), key.size());
}

void reserved_twice() {
  bytes key;
  key.reserve(64);
  key.push_back(secret_byte());
  key.reserve(64);
  key.reserve(65); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void shrinks() {
  bytes key;
  key.reserve(64);
  key.push_back(secret_byte());
  key.shrink_to_fit(); // EXPECT: secret-hidden-copy
  key.push_back(1);    // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void assigned(const bytes &text) {
  bytes key;
  key.reserve(64);
  key = text;
  key.push_back(secret_byte());
  key.push_back(1); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void swapped(bytes &text) {
  bytes key;
  key.reserve(64);
  key.swap(text);
  key.push_back(secret_byte());
  key.push_back(1); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void swapped_by_function(bytes &text) {
  bytes key;
  key.reserve(64);
  std::swap(text, key);
  key.push_back(secret_byte());
  key.push_back(1); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void moved() {
  bytes key;
  key.reserve(64);
  bytes text(std::move(key));
  key.push_back(secret_byte());
  key.push_back(1); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void handed_over() {
  bytes key;
  key.reserve(64);
  other(key);
  key.push_back(secret_byte());
  key.push_back(1); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void each_turn_another(int n) {
  for (int i = 0; i < n; ++i) {
    bytes key;
    key.push_back(secret_byte());
    key.push_back(1); // EXPECT: secret-hidden-copy
    key.reserve(64); // EXPECT: secret-hidden-copy
    explicit_bzero(key.data(), key.size());
  }
}

struct session {
  bytes key, text;
};

void fields() {
  session s;
  s.key.reserve(64);
  s.key.push_back(secret_byte());
  s.key.push_back(1);
  s.text.push_back(secret_byte());
  s.text.push_back(1); // EXPECT: secret-hidden-copy
  explicit_bzero(s.key.data(), s.key.size());
  explicit_bzero(s.text.data(), s.text.size());
}

static void add(bytes &v, unsigned char b) { v.push_back(b); }

void helper_in_room() {
  bytes key;
  key.reserve(64);
  add(key, secret_byte());
  add(key, 1);
  explicit_bzero(key.data(), key.size());
}

void helper_without_room() {
  bytes key;
  add(key, secret_byte());
  add(key, 1); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

static void add_two(session &s, unsigned char b) {
  s.key.push_back(b);
  s.key.push_back(b);
}

void fields_in_room(session &s) {
  s.key.reserve(64);
  add_two(s, secret_byte());
}

void fields_without_room(session &s) {
  s.text.reserve(64);
  add_two(s, secret_byte()); // EXPECT: secret-hidden-copy
}
