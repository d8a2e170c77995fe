// Classes that own key blocks through raw and smart pointers.
// CATEGORY: classes
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

extern "C" {
int fuse(std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

class RawOwner {
public:
  explicit RawOwner(std::size_t n) : p_(new std::uint8_t[n]), n_(n) { fuse(p_, n_); }
  RawOwner(const RawOwner &) = delete;
  ~RawOwner() {
    delete[] p_; // EXPECT: secret-missing-zeroization
  }

private:
  [[secret]] std::uint8_t *p_;
  std::size_t n_;
};

class RawWiper {
public:
  explicit RawWiper(std::size_t n) : p_(new std::uint8_t[n]), n_(n) { fuse(p_, n_); }
  RawWiper(const RawWiper &) = delete;
  ~RawWiper() {
    OPENSSL_cleanse(p_, n_);
    delete[] p_;
  }

private:
  [[secret]] std::uint8_t *p_;
  std::size_t n_;
};

class RawMemset {
public:
  explicit RawMemset(std::size_t n) : p_(new std::uint8_t[n]), n_(n) { fuse(p_, n_); }
  RawMemset(const RawMemset &) = delete;
  ~RawMemset() {
    std::memset(p_, 0, n_); // EXPECT: secret-elidable-zeroization
    delete[] p_;
  }

private:
  [[secret]] std::uint8_t *p_;
  std::size_t n_;
};

class RawSizeof {
public:
  explicit RawSizeof(std::size_t n) : p_(new std::uint8_t[n]) { fuse(p_, n); }
  RawSizeof(const RawSizeof &) = delete;
  ~RawSizeof() {
    OPENSSL_cleanse(p_, sizeof p_); // EXPECT: secret-partial-zeroization
    delete[] p_;
  }

private:
  [[secret]] std::uint8_t *p_;
};

class Borrower {
public:
  explicit Borrower([[secret]] const std::uint8_t *p) : p_(p) {}
  std::uint8_t first() const noexcept { return p_[0]; }

private:
  [[secret]] const std::uint8_t *p_;
};

class VectorOwner {
public:
  VectorOwner() : v_(32) { fuse(v_.data(), v_.size()); }

private:
  [[secret]] std::vector<std::uint8_t> v_; // EXPECT: secret-missing-zeroization
};

class VectorWiper {
public:
  VectorWiper() : v_(32) { fuse(v_.data(), v_.size()); }
  ~VectorWiper() { OPENSSL_cleanse(v_.data(), v_.size()); }

private:
  [[secret]] std::vector<std::uint8_t> v_;
};

class UniqueOwner {
public:
  UniqueOwner() : p_(new std::uint8_t[32]) { fuse(p_.get(), 32); }
  ~UniqueOwner() { p_.reset(); }

private:
  [[secret]] std::unique_ptr<std::uint8_t[]> p_; // EXPECT: secret-missing-zeroization
};

class UniqueWiper {
public:
  UniqueWiper() : p_(new std::uint8_t[32]) { fuse(p_.get(), 32); }
  ~UniqueWiper() { OPENSSL_cleanse(p_.get(), 32); }

private:
  [[secret]] std::unique_ptr<std::uint8_t[]> p_;
};

class PlainOwner {
public:
  explicit PlainOwner(std::size_t n) : p_(new std::uint8_t[n]) { fuse(p_, n); }
  ~PlainOwner() { delete[] p_; }

private:
  std::uint8_t *p_;
};
