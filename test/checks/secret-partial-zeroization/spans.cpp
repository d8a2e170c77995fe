// A part of a view is a part of what it views.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

using bytes = std::span<unsigned char>;

void first() {
  SECRET unsigned char key[48];
  fill(key);
  bytes part = bytes(key).first(16);
  explicit_bzero(part.data(), part.size()); // EXPECT: secret-partial-zeroization
}

void first_all() {
  SECRET unsigned char key[48];
  fill(key);
  bytes part = bytes(key).first(48);
  explicit_bzero(part.data(), part.size());
}

void last() {
  SECRET unsigned char key[48];
  fill(key);
  bytes part = bytes(key).last(16);
  explicit_bzero(part.data(), part.size()); // EXPECT: secret-partial-zeroization
}

void last_all() {
  SECRET unsigned char key[48];
  fill(key);
  bytes part = bytes(key).last(48);
  explicit_bzero(part.data(), part.size());
}

void middle() {
  SECRET unsigned char key[48];
  fill(key);
  bytes part = bytes(key).subspan(16, 16);
  explicit_bzero(part.data(), part.size()); // EXPECT: secret-partial-zeroization
}

void behind() {
  SECRET unsigned char key[48];
  fill(key);
  bytes part = bytes(key).subspan(16);
  explicit_bzero(part.data(), part.size()); // EXPECT: secret-partial-zeroization
}

void pieces() {
  SECRET unsigned char key[48];
  fill(key);
  bytes all(key);
  bytes front = all.first(16), back = all.subspan(16);
  explicit_bzero(front.data(), front.size());
  explicit_bzero(back.data(), back.size());
}

void unknown(size_t n) {
  SECRET unsigned char key[48];
  fill(key);
  bytes part = bytes(key).first(n);
  explicit_bzero(part.data(), part.size());
}

void made_of_some() {
  SECRET unsigned char key[48];
  fill(key);
  bytes part(key, 16);
  explicit_bzero(part.data(), part.size()); // EXPECT: secret-partial-zeroization
}

void made_of_all() {
  SECRET unsigned char key[48];
  fill(key);
  bytes part(key, sizeof key);
  explicit_bzero(part.data(), part.size());
}
