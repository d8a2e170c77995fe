// Pimpl, inheritance and members that zeroize themselves.
// CATEGORY: application
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

extern "C" {
void sodium_memzero(void *p, std::size_t n);
int load(const char *name, [[secret]] std::uint8_t *out, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n) noexcept;
}

class Store {
public:
  Store();
  ~Store();
  int open(const char *name);

private:
  struct Impl;
  std::unique_ptr<Impl> d_;
};

struct Store::Impl {
  Impl() = default;
  Impl(const Impl &) = delete;
  ~Impl() { sodium_memzero(key.data(), key.size()); }
  [[secret]] std::array<std::uint8_t, 32> key{};
  int users = 0;
};

Store::Store() : d_(std::make_unique<Impl>()) {}
Store::~Store() = default;
int Store::open(const char *name) {
  d_->users++;
  return load(name, d_->key.data(), d_->key.size());
}

struct LooseImpl {
  LooseImpl() {}
  ~LooseImpl() { users = 0; }
  [[secret]] std::array<std::uint8_t, 32> key{}; // EXPECT: secret-missing-zeroization
  int users = 0;
};

class LooseStore {
public:
  LooseStore() : d_(std::make_unique<LooseImpl>()) {}
  int open(const char *name) { return load(name, d_->key.data(), d_->key.size()); }

private:
  std::unique_ptr<LooseImpl> d_;
};

struct Key32 {
  Key32() noexcept { std::memset(b, 0, sizeof b); }
  Key32(const Key32 &) = delete;
  ~Key32() { sodium_memzero(b, sizeof b); }
  [[secret]] std::uint8_t b[32];
};

class Member {
public:
  int run() noexcept {
    load("m", k_.b, sizeof k_.b);
    return use(k_.b, sizeof k_.b);
  }

private:
  Key32 k_;
};

class Base {
public:
  virtual ~Base() { sodium_memzero(key_, sizeof key_); }

protected:
  [[secret]] std::uint8_t key_[32] = {};
};

class Derived : public Base {
public:
  int run() noexcept {
    load("d", key_, sizeof key_);
    load("x", extra_, sizeof extra_);
    return use(key_, sizeof key_);
  }

private:
  [[secret]] std::uint8_t extra_[16] = {}; // EXPECT: secret-missing-zeroization
};

class Swap {
public:
  Swap() : p_(new std::uint8_t[32]) { load("s", p_, 32); }
  Swap(const Swap &) = delete;
  ~Swap() {
    delete[] p_; // EXPECT: secret-missing-zeroization
  }

private:
  [[secret]] std::uint8_t *p_;
};

class SwapRight {
public:
  SwapRight() : p_(new std::uint8_t[32]) { load("s", p_, 32); }
  SwapRight(const SwapRight &) = delete;
  ~SwapRight() {
    sodium_memzero(p_, 32);
    delete[] p_;
  }

private:
  [[secret]] std::uint8_t *p_;
};

int local() {
  Key32 k;
  load("k", k.b, sizeof k.b);
  return use(k.b, sizeof k.b);
}

int pointer() {
  auto k = std::make_unique<std::uint8_t[]>(32); // EXPECT: secret-missing-zeroization
  load("k", k.get(), 32);
  return use(k.get(), 32);
}

int pointer_wiped() {
  auto k = std::make_unique<std::uint8_t[]>(32);
  load("k", k.get(), 32);
  int rc = use(k.get(), 32);
  sodium_memzero(k.get(), 32);
  return rc;
}
