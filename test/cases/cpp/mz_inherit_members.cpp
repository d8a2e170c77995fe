// Bases, members and helpers that do or do not wipe for a class.
// CATEGORY: classes
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

extern "C" {
int fuse(std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

class Base {
public:
  Base() { fuse(key_, sizeof key_); }
  Base(const Base &) = delete;
  virtual ~Base() { OPENSSL_cleanse(key_, sizeof key_); }
  virtual int run() noexcept = 0;

protected:
  [[secret]] std::uint8_t key_[16];
};

class Plain final : public Base {
public:
  int run() noexcept override { return key_[0] == 0; }
};

class Extra final : public Base {
public:
  Extra() { fuse(more_, sizeof more_); }
  int run() noexcept override { return more_[0] == key_[0]; }

private:
  [[secret]] std::uint8_t more_[16]; // EXPECT: secret-missing-zeroization
};

class ExtraClean final : public Base {
public:
  ExtraClean() { fuse(more_, sizeof more_); }
  ~ExtraClean() override { wipeMore(); }
  int run() noexcept override { return more_[0] == key_[0]; }

private:
  void wipeMore() noexcept { OPENSSL_cleanse(more_, sizeof more_); }
  [[secret]] std::uint8_t more_[16];
};

class WrongHelper {
public:
  WrongHelper() { fuse(key_, sizeof key_); }
  ~WrongHelper() { reset(); }
  void reset() noexcept { used_ = 0; }

private:
  [[secret]] std::uint8_t key_[16]; // EXPECT: secret-missing-zeroization
  int used_ = 0;
};

class MemsetHelper {
public:
  MemsetHelper() { fuse(key_, sizeof key_); }
  ~MemsetHelper() {
    reset(); // EXPECT: secret-elidable-zeroization
  }
  void reset() noexcept { std::memset(key_, 0, sizeof key_); }

private:
  [[secret]] std::uint8_t key_[16];
};

class Defaulted {
public:
  Defaulted() { fuse(key_, sizeof key_); }
  virtual ~Defaulted() = default;

private:
  [[secret]] std::uint8_t key_[16]; // EXPECT: secret-missing-zeroization
};

class HasWipeMethod {
public:
  HasWipeMethod() { fuse(key_, sizeof key_); }
  void wipe() noexcept { OPENSSL_cleanse(key_, sizeof key_); }

private:
  [[secret]] std::uint8_t key_[16]; // EXPECT: secret-missing-zeroization
};

class Composed {
public:
  int run() noexcept { return inner_.run(); }

private:
  Plain inner_;
};

class Branching {
public:
  explicit Branching(bool on) : on_(on) { fuse(key_, sizeof key_); }
  ~Branching() {
    if (on_)
      OPENSSL_cleanse(key_, sizeof key_);
    else
      OPENSSL_cleanse(key_, sizeof key_);
  }

private:
  bool on_;
  [[secret]] std::uint8_t key_[16];
};
