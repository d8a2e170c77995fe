// Moves, returns and factories of classes with keys.
// CATEGORY: application
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n) noexcept;
int load([[secret]] std::uint8_t *out, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n) noexcept;
}

class Key {
public:
  Key() noexcept { std::memset(b_, 0, sizeof b_); }
  Key(const Key &o) noexcept { std::memcpy(b_, o.b_, sizeof b_); }
  Key &operator=(const Key &o) noexcept {
    std::memcpy(b_, o.b_, sizeof b_);
    return *this;
  }
  ~Key() { OPENSSL_cleanse(b_, sizeof b_); }
  bool read() noexcept { return load(b_, sizeof b_) == 0; }
  int run() const noexcept { return use(b_, sizeof b_); }

private:
  [[secret]] std::uint8_t b_[32];
};

struct [[secret]] Raw {
  std::uint8_t b[32];
};
bool rawRead(Raw &r) noexcept;
int rawRun(const Raw &r) noexcept;

std::optional<Key> find() {
  Key k;
  if (!k.read())
    return std::nullopt;
  return k; // ALLOW: secret-hidden-copy
}

std::unique_ptr<Key> make() {
  auto k = std::make_unique<Key>();
  k->read();
  return k;
}

int several() {
  std::vector<Key> all(2);
  for (auto &k : all)
    k.read();
  return all[0].run();
}

Raw raw() noexcept {
  Raw r;
  rawRead(r);
  return r; // EXPECT: secret-hidden-copy
}

void rawInto(Raw &out) noexcept { rawRead(out); }

int rawCaller() noexcept {
  Raw r = raw();
  int rc = rawRun(r);
  OPENSSL_cleanse(&r, sizeof r);
  return rc;
}

int rawCallerLoose() noexcept {
  Raw r = raw(); // EXPECT: secret-missing-zeroization
  return rawRun(r);
}

int rawSwap(Raw &mine) noexcept {
  Raw other; // EXPECT: secret-missing-zeroization
  rawRead(other);
  std::swap(mine, other);
  return rawRun(mine);
}

int rawSwapWiped(Raw &mine) noexcept {
  Raw other;
  rawRead(other);
  std::swap(mine, other);
  int rc = rawRun(mine);
  OPENSSL_cleanse(&other, sizeof other);
  return rc;
}

int rawConditional(bool on) noexcept {
  Raw r;
  if (on)
    rawRead(r);
  int rc = on ? rawRun(r) : 0;
  if (on)
    OPENSSL_cleanse(&r, sizeof r);
  return rc;
}
