// Structured bindings, references and loops over ranges are names of parts.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

struct record {
  SECRET unsigned char key[32];
  int id;
};
record make() noexcept;

void binding() {
  auto [key, id] = make(); // EXPECT: secret-missing-zeroization
  use(key);
}

void binding_wiped() {
  auto [key, id] = make();
  use(key);
  explicit_bzero(key, sizeof(key));
}

void binding_by_reference(record &r) {
  auto &[key, id] = r;
  fill(key);
}

void local_by_reference() {
  record r; // EXPECT: secret-missing-zeroization
  auto &[key, id] = r;
  fill(key);
}

void local_by_reference_wiped() {
  record r;
  auto &[key, id] = r;
  fill(key);
  explicit_bzero(key, sizeof(key));
}

void reference() {
  unsigned char room[32]; // EXPECT: secret-missing-zeroization
  unsigned char(&key)[32] = room;
  fill(key);
}

void reference_wiped() {
  unsigned char room[32];
  unsigned char(&key)[32] = room;
  fill(key);
  explicit_bzero(room, sizeof(room));
}

void each_zero() {
  unsigned char key[32];
  fill(key);
  for (auto &each : key) // EXPECT: secret-elidable-zeroization
    each = 0;
}

void each_zero_for_sure() {
  unsigned char key[32];
  fill(key);
  for (volatile unsigned char &each : key)
    each = 0;
}

void each_copy_zero() {
  unsigned char key[32]; // EXPECT: secret-missing-zeroization
  fill(key);
  for (unsigned char each : key)
    each = 0;
}
