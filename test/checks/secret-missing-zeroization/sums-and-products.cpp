// optional, variant, pair, tuple and map hold what is put into them.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

struct key_type {
  unsigned char bytes[16];
};

void optional_never() {
  std::optional<key_type> key; // EXPECT: secret-missing-zeroization
  key = key_type();
  fill(key->bytes);
}

void optional_reset() {
  std::optional<key_type> key; // EXPECT: secret-missing-zeroization
  key = key_type();
  fill(key->bytes);
  key.reset();
}

void optional_wiped() {
  std::optional<key_type> key;
  key = key_type();
  fill(key->bytes);
  explicit_bzero(&*key, sizeof(*key));
}

void pair_never() {
  std::pair<int, key_type> entry; // EXPECT: secret-missing-zeroization
  fill(entry.second.bytes);
}

void pair_wiped() {
  std::pair<int, key_type> entry;
  fill(entry.second.bytes);
  explicit_bzero(entry.second.bytes, sizeof(entry.second.bytes));
}

void map_never() {
  std::map<int, key_type> keys; // EXPECT: secret-missing-zeroization
  fill(keys[3].bytes);
}

void map_public() {
  std::map<int, key_type> sizes;
  sizes[3].bytes[0] = 1;
}

void variant_never() {
  std::variant<int, key_type> key; // EXPECT: secret-missing-zeroization
  fill(std::get<key_type>(key).bytes);
}

void variant_wiped() {
  std::variant<int, key_type> key;
  fill(std::get<key_type>(key).bytes);
  explicit_bzero(&key, sizeof(key));
}
