// A smart pointer's block dies with it, unless it is let go of before.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

void never() {
  auto key = std::make_unique<unsigned char[]>(32); // EXPECT: secret-missing-zeroization
  fill(key.get());
}

void wiped() {
  auto key = std::make_unique<unsigned char[]>(32);
  fill(key.get());
  explicit_bzero(key.get(), 32);
}

void reset() {
  auto key = std::make_unique<unsigned char[]>(32); // EXPECT: secret-missing-zeroization
  fill(key.get());
  key.reset();
}

void wiped_and_reset() {
  auto key = std::make_unique<unsigned char[]>(32);
  fill(key.get());
  explicit_bzero(key.get(), 32);
  key.reset();
}

std::unique_ptr<unsigned char[]> given_away() {
  auto key = std::make_unique<unsigned char[]>(32);
  fill(key.get());
  return key;
}

struct wiping_delete {
  void operator()(unsigned char *p) const {
    explicit_bzero(p, 32);
    delete[] p;
  }
};

void own_deleter() {
  std::unique_ptr<unsigned char[], wiping_delete> key(new unsigned char[32]);
  fill(key.get());
}

struct plain_delete {
  void operator()(unsigned char *p) const { delete[] p; }
};

void own_deleter_leaves() {
  std::unique_ptr<unsigned char[], plain_delete> key(new unsigned char[32]); // ALLOW: secret-missing-zeroization
  fill(key.get());
}

struct leaves {
  unsigned char bytes[16];
};

void shared_never() {
  auto key = std::make_shared<leaves>(); // EXPECT: secret-missing-zeroization
  fill(key->bytes);
}

void shared_wiped() {
  auto key = std::make_shared<leaves>();
  fill(key->bytes);
  explicit_bzero(key->bytes, sizeof(key->bytes));
}

std::shared_ptr<leaves> keeper;
void shared_kept() {
  auto key = std::make_shared<leaves>();
  fill(key->bytes);
  keeper = key;
}
void shared_kept_and_reset() {
  auto key = std::make_shared<leaves>();
  fill(key->bytes);
  keeper = key;
  key.reset();
}

void consume(std::unique_ptr<unsigned char[]> key);
void passed_on() {
  auto key = std::make_unique<unsigned char[]>(32);
  fill(key.get());
  consume(std::move(key));
}

std::unique_ptr<unsigned char[]> moved_out(bool really) {
  auto key = std::make_unique<unsigned char[]>(32);
  fill(key.get());
  if (really)
    return std::move(key);
  explicit_bzero(key.get(), 32);
  return std::unique_ptr<unsigned char[]>();
}

// A field is reported where it is declared, whoever lets go of the block.
class owner_resets {
public:
  owner_resets() : key_(new unsigned char[32]) { fill(key_.get()); }
  ~owner_resets() { key_.reset(); }

private:
  SECRET std::unique_ptr<unsigned char[]> key_; // EXPECT: secret-missing-zeroization
};

class owner_alone {
public:
  owner_alone() : key_(new unsigned char[32]) { fill(key_.get()); }

private:
  SECRET std::unique_ptr<unsigned char[]> key_; // EXPECT: secret-missing-zeroization
};

class owner_wipes {
public:
  owner_wipes() : key_(new unsigned char[32]) { fill(key_.get()); }
  ~owner_wipes() { explicit_bzero(key_.get(), 32); }

private:
  SECRET std::unique_ptr<unsigned char[]> key_;
};
