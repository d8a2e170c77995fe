// Destructors and releases that clear some of the fields.
// CATEGORY: partial
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" {
int fuse(std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
struct Pair {
  [[secret]] std::uint8_t enc[32];
  [[secret]] std::uint8_t mac[32];
  int epoch;
};
int pairUse(const Pair &p) noexcept;
int pairFill(Pair &p) noexcept;

int both() {
  Pair p;
  pairFill(p);
  int rc = pairUse(p);
  OPENSSL_cleanse(p.enc, sizeof p.enc);
  OPENSSL_cleanse(p.mac, sizeof p.mac);
  return rc;
}

int one() {
  Pair p;
  pairFill(p);
  int rc = pairUse(p);
  OPENSSL_cleanse(p.enc, sizeof p.enc); // EXPECT: secret-partial-zeroization
  return rc;
}

int heap_one() {
  auto *p = new Pair;
  pairFill(*p);
  int rc = pairUse(*p);
  OPENSSL_cleanse(p->mac, sizeof p->mac); // EXPECT: secret-partial-zeroization
  delete p;
  return rc;
}

int heap_both() {
  auto *p = new Pair;
  pairFill(*p);
  int rc = pairUse(*p);
  OPENSSL_cleanse(p, sizeof *p);
  delete p;
  return rc;
}

int heap_pointer_size() {
  auto *p = new Pair;
  pairFill(*p);
  int rc = pairUse(*p);
  OPENSSL_cleanse(p, sizeof p); // EXPECT: secret-partial-zeroization
  delete p;
  return rc;
}

void caller_one(Pair &p) { OPENSSL_cleanse(p.enc, sizeof p.enc); }

class Half {
public:
  Half() { fuse(key_.data(), key_.size()); }
  Half(const Half &) = delete;
  ~Half() {
    OPENSSL_cleanse(key_.data(), key_.size() / 2); // EXPECT: secret-partial-zeroization
  }

private:
  [[secret]] std::array<std::uint8_t, 64> key_;
};

class PointerSize {
public:
  PointerSize() { fuse(key_, sizeof key_); }
  PointerSize(const PointerSize &) = delete;
  ~PointerSize() {
    OPENSSL_cleanse(key_, sizeof(std::uint8_t *)); // EXPECT: secret-partial-zeroization
  }

private:
  [[secret]] std::uint8_t key_[64];
};

class Whole {
public:
  Whole() { fuse(key_, sizeof key_); }
  Whole(const Whole &) = delete;
  ~Whole() {
    OPENSSL_cleanse(key_, 32);
    OPENSSL_cleanse(key_ + 32, 32);
  }

private:
  [[secret]] std::uint8_t key_[64];
};
