// A container or element that is returned by value and stays is copied.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

using bytes = std::vector<unsigned char>;

bytes copied(SECRET const bytes &key) {
  return key; // EXPECT: secret-hidden-copy
}

bytes moved(SECRET bytes &key) { return static_cast<bytes &&>(key); }

const bytes &referred(SECRET const bytes &key) { return key; }

bytes made() {
  bytes key(32);
  fill(key.data());
  return key;
}

struct bond {
  int peer;
  SECRET unsigned char key[16];
};

class bonds {
public:
  bond copied(size_t i) const {
    return all[i]; // EXPECT: secret-hidden-copy
  }
  const bond &referred(size_t i) const { return all[i]; }
  int peer(size_t i) const { return all[i].peer; }

private:
  std::vector<bond> all;
};
