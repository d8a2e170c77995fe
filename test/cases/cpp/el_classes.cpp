// Zeroing in destructors, methods and moved-from objects.
// CATEGORY: elidable
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

extern "C" {
int fuse(std::uint8_t *p, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void audit(const char *what);
void explicit_bzero(void *p, std::size_t n) noexcept;
}

class Fills {
public:
  Fills() { fuse(k_.data(), k_.size()); }
  Fills(const Fills &) = delete;
  ~Fills() {
    k_ = {}; // EXPECT: secret-elidable-zeroization
  }

private:
  [[secret]] std::array<std::uint8_t, 32> k_;
};

class Loops {
public:
  Loops() { fuse(k_, sizeof k_); }
  Loops(const Loops &) = delete;
  ~Loops() {
    for (auto &b : k_) b = 0; // EXPECT: secret-elidable-zeroization
  }

private:
  [[secret]] std::uint8_t k_[32];
};

class VolatileLoops {
public:
  VolatileLoops() { fuse(k_, sizeof k_); }
  VolatileLoops(const VolatileLoops &) = delete;
  ~VolatileLoops() {
    volatile std::uint8_t *v = k_;
    for (std::size_t i = 0; i < sizeof k_; ++i)
      v[i] = 0;
  }

private:
  [[secret]] std::uint8_t k_[32];
};

class Barrier {
public:
  Barrier() { fuse(k_, sizeof k_); }
  Barrier(const Barrier &) = delete;
  ~Barrier() {
    std::memset(k_, 0, sizeof k_);
    asm volatile("" : : "r"(k_) : "memory");
  }

private:
  [[secret]] std::uint8_t k_[32];
};

class Moves {
public:
  Moves() { fuse(k_, sizeof k_); }
  Moves(Moves &&o) noexcept {
    std::memcpy(k_, o.k_, sizeof k_);
    std::memset(o.k_, 0, sizeof o.k_);
  }
  ~Moves() { explicit_bzero(k_, sizeof k_); }
  void rotate() noexcept {
    std::memset(k_, 0, sizeof k_);
    fuse(k_, sizeof k_);
  }

private:
  [[secret]] std::uint8_t k_[32];
};

class Resets {
public:
  void load() noexcept { fuse(k_, sizeof k_); }
  void unload() noexcept { std::memset(k_, 0, sizeof k_); }
  int run() noexcept { return use(k_, sizeof k_); }
  ~Resets() { explicit_bzero(k_, sizeof k_); }

private:
  [[secret]] std::uint8_t k_[32];
};

int reset_local() {
  Resets r;
  r.load();
  int rc = r.run();
  r.unload();
  return rc;
}

int global_key_cleared() {
  [[secret]] static std::uint8_t k[32];
  fuse(k, sizeof k);
  int rc = use(k, sizeof k);
  std::memset(k, 0, sizeof k);
  return rc;
}
