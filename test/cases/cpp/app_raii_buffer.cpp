// A secure buffer class with moves, and a careless one.
// CATEGORY: application
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

extern "C" {
void sodium_memzero(void *p, std::size_t n);
int kdf(const char *label, [[secret]] std::uint8_t *out, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n) noexcept;
}

class SecBuf {
public:
  explicit SecBuf(std::size_t n) : p_(new std::uint8_t[n]()), n_(n) {}
  SecBuf(SecBuf &&o) noexcept : p_(std::exchange(o.p_, nullptr)), n_(std::exchange(o.n_, 0)) {}
  SecBuf &operator=(SecBuf &&o) noexcept {
    if (this != &o) {
      release();
      p_ = std::exchange(o.p_, nullptr);
      n_ = std::exchange(o.n_, 0);
    }
    return *this;
  }
  SecBuf(const SecBuf &) = delete;
  SecBuf &operator=(const SecBuf &) = delete;
  ~SecBuf() { release(); }
  std::uint8_t *data() noexcept { return p_; }
  const std::uint8_t *data() const noexcept { return p_; }
  std::size_t size() const noexcept { return n_; }

private:
  void release() noexcept {
    if (p_)
      sodium_memzero(p_, n_);
    delete[] p_;
  }
  std::uint8_t *p_;
  std::size_t n_;
};

class Careless {
public:
  Careless() { kdf("field", key_, sizeof key_); }
  int run() const noexcept { return use(key_, sizeof key_); }

private:
  [[secret]] std::uint8_t key_[32]; // EXPECT: secret-missing-zeroization
  int state_ = 0;
};

class Careful {
public:
  Careful() { kdf("field", key_, sizeof key_); }
  Careful(const Careful &) = delete;
  ~Careful() { sodium_memzero(key_, sizeof key_); }
  int run() const noexcept { return use(key_, sizeof key_); }

private:
  [[secret]] std::uint8_t key_[32];
};

class Elides {
public:
  Elides() { kdf("field", key_, sizeof key_); }
  Elides(const Elides &) = delete;
  ~Elides() {
    std::memset(key_, 0, sizeof key_); // EXPECT: secret-elidable-zeroization
  }

private:
  [[secret]] std::uint8_t key_[32];
};

class OneOfTwo {
public:
  OneOfTwo() {
    kdf("a", enc_, sizeof enc_);
    kdf("b", mac_, sizeof mac_);
  }
  OneOfTwo(const OneOfTwo &) = delete;
  ~OneOfTwo() { sodium_memzero(enc_, sizeof enc_); }

private:
  [[secret]] std::uint8_t enc_[32];
  [[secret]] std::uint8_t mac_[32]; // EXPECT: secret-missing-zeroization
};

int local() {
  [[secret]] SecBuf k(32);
  kdf("local", k.data(), k.size());
  return use(k.data(), k.size());
}

int moved() {
  [[secret]] SecBuf k(32);
  kdf("moved", k.data(), k.size());
  SecBuf other(std::move(k));
  return use(other.data(), other.size());
}

int copied(const SecBuf &from, [[secret]] const std::uint8_t *key) {
  std::uint8_t tmp[32]; // EXPECT: secret-missing-zeroization
  std::memcpy(tmp, key, sizeof tmp);
  return use(tmp, sizeof tmp) + use(from.data(), from.size());
}
