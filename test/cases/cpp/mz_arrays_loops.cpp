// Arrays of keys, multi-dimensional buffers and element-wise code.
// CATEGORY: copies
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
struct Slot {
  int id;
  [[secret]] std::uint8_t key[16];
};

int slots_each() {
  Slot s[3];
  for (auto &x : s)
    kex(x.key, sizeof x.key);
  int rc = use(s[0].key, 16);
  for (auto &x : s)
    OPENSSL_cleanse(x.key, sizeof x.key);
  return rc;
}

int slots_whole() {
  Slot s[3];
  for (auto &x : s)
    kex(x.key, sizeof x.key);
  int rc = use(s[0].key, 16);
  OPENSSL_cleanse(s, sizeof s);
  return rc;
}

int slots_never() {
  Slot s[3]; // EXPECT: secret-missing-zeroization
  for (auto &x : s)
    kex(x.key, sizeof x.key);
  return use(s[0].key, 16);
}

int slots_first() {
  std::array<Slot, 3> s;
  for (auto &x : s)
    kex(x.key, sizeof x.key);
  int rc = use(s[0].key, 16);
  OPENSSL_cleanse(s.data(), sizeof(Slot)); // EXPECT: secret-partial-zeroization
  return rc;
}

int matrix_rows() {
  [[secret]] std::uint8_t m[4][16];
  kex(&m[0][0], sizeof m);
  int rc = use(&m[0][0], sizeof m);
  for (auto &row : m)
    OPENSSL_cleanse(row, sizeof row);
  return rc;
}

int matrix_first_row() {
  [[secret]] std::uint8_t m[4][16];
  kex(&m[0][0], sizeof m);
  int rc = use(&m[0][0], sizeof m);
  OPENSSL_cleanse(m[0], sizeof m[0]); // EXPECT: secret-partial-zeroization
  return rc;
}

int xor_pad([[secret]] const std::array<std::uint8_t, 16> &k, std::uint8_t pad) {
  std::array<std::uint8_t, 16> x; // EXPECT: secret-missing-zeroization
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] = k[i] ^ pad;
  return use(x.data(), x.size());
}

int compare_flags([[secret]] const std::array<std::uint8_t, 16> &k) {
  std::array<std::uint8_t, 16> f;
  for (std::size_t i = 0; i < f.size(); ++i)
    f[i] = k[i] == 0 ? 1 : 0;
  return use(f.data(), f.size());
}

int sizes_only([[secret]] const std::array<std::uint8_t, 16> &k) {
  std::array<std::uint8_t, 2> f{static_cast<std::uint8_t>(k.size()), static_cast<std::uint8_t>(k.empty())};
  return use(f.data(), f.size());
}

int table([[secret]] const std::uint8_t *key) {
  static constexpr std::uint8_t box[16] = {3, 1, 2, 0};
  std::uint8_t x[16]; // EXPECT: secret-missing-zeroization
  for (int i = 0; i < 16; ++i)
    x[i] = box[key[i] & 15];
  return use(x, sizeof x);
}
