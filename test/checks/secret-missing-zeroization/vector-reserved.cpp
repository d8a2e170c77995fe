// What needs no new block throws nothing.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void within() {
  std::vector<unsigned char> key;
  key.reserve(64);
  key.resize(32);
  fill(key.data());
  key.push_back(1);
  explicit_bzero(key.data(), key.size());
}

void beyond() {
  std::vector<unsigned char> key;
  key.reserve(32);
  key.resize(32);
  fill(key.data());
  key.push_back(1); // EXPECT: secret-hidden-copy, secret-missing-zeroization
  explicit_bzero(key.data(), key.size());
}

struct record {
  unsigned char bytes[32];
  record(const record &other);
};

/// Copying an element may throw.
void of_records(const record &r) {
  std::vector<record> keys;
  keys.reserve(64);
  keys.push_back(r);
  fill(keys.data());
  keys.push_back(r); // EXPECT: secret-missing-zeroization
  explicit_bzero(keys.data(), keys.size() * sizeof(record));
}
