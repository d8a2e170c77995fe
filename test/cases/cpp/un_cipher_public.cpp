// Ciphers and hashes over untagged test vectors.
// CATEGORY: untagged
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

class Rc4 {
public:
  Rc4(const std::uint8_t *key, std::size_t n) {
    for (int i = 0; i < 256; ++i)
      s_[i] = static_cast<std::uint8_t>(i);
    std::uint8_t j = 0;
    for (int i = 0; i < 256; ++i) {
      j = static_cast<std::uint8_t>(j + s_[i] + key[static_cast<std::size_t>(i) % n]);
      std::uint8_t t = s_[i];
      s_[i] = s_[j];
      s_[j] = t;
    }
  }
  ~Rc4() { std::memset(s_, 0, sizeof s_); }
  std::uint8_t next() noexcept {
    i_ = static_cast<std::uint8_t>(i_ + 1);
    j_ = static_cast<std::uint8_t>(j_ + s_[i_]);
    std::uint8_t t = s_[i_];
    s_[i_] = s_[j_];
    s_[j_] = t;
    return s_[static_cast<std::uint8_t>(s_[i_] + s_[j_])];
  }

private:
  std::uint8_t s_[256];
  std::uint8_t i_ = 0, j_ = 0;
};

std::vector<std::uint8_t> encrypt(std::vector<std::uint8_t> data, const std::array<std::uint8_t, 16> &key) {
  Rc4 c(key.data(), key.size());
  for (auto &b : data)
    b ^= c.next();
  return data;
}

bool selfTest() {
  static constexpr std::array<std::uint8_t, 16> key{1, 2, 3, 4, 5};
  std::vector<std::uint8_t> msg(64, 0x41);
  auto ct = encrypt(msg, key);
  auto pt = encrypt(ct, key);
  std::printf("first %02x %02x\n", ct[0], pt[0]);
  return pt == msg;
}
