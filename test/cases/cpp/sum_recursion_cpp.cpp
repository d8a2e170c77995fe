// Recursive helpers, overloads and virtual calls over key material.
// CATEGORY: summaries
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" {
int leaf([[secret]] std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

static void copyRec(std::uint8_t *d, const std::uint8_t *s, std::size_t n) noexcept {
  if (n == 0)
    return;
  *d = *s;
  copyRec(d + 1, s + 1, n - 1);
}

static int pick(int depth, std::uint8_t *out) noexcept {
  if (depth == 0)
    return leaf(out, 32);
  return pick(depth - 1, out);
}

static int countdown(int n) noexcept { return n <= 0 ? 0 : countdown(n - 1); }

class Source {
public:
  virtual ~Source() = default;
  virtual int read([[secret]] std::uint8_t *out, std::size_t n) noexcept = 0;
  virtual int nonce(std::uint8_t *out, std::size_t n) noexcept = 0;
};

int rec_copy([[secret]] const std::uint8_t *key) noexcept {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  copyRec(k, key, sizeof k);
  return use(k, sizeof k);
}

int rec_copy_public(const std::uint8_t *msg) noexcept {
  std::uint8_t k[32];
  copyRec(k, msg, sizeof k);
  return use(k, sizeof k);
}

int rec_pick(int depth) noexcept {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  int rc = pick(depth, k);
  return rc ? rc : use(k, sizeof k);
}

int rec_pick_clean(int depth) noexcept {
  std::uint8_t k[32];
  int rc = pick(depth, k);
  if (rc == 0)
    rc = use(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
  return rc + countdown(depth);
}

int virtual_read(Source &s) noexcept {
  std::uint8_t k[32]; // EXPECT: secret-missing-zeroization
  s.read(k, sizeof k);
  return use(k, sizeof k);
}

int virtual_read_clean(Source &s) noexcept {
  std::uint8_t k[32];
  s.read(k, sizeof k);
  int rc = use(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
  return rc;
}

int virtual_nonce(Source &s) noexcept {
  std::uint8_t k[32];
  s.nonce(k, sizeof k);
  return use(k, sizeof k);
}
