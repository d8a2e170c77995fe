// By-value parameters whose callees are visible, and records that wipe themselves.
// CATEGORY: by_value
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
using Raw = std::array<std::uint8_t, 32>;
struct Key {
  [[secret]] std::uint8_t b[32];
};
struct SelfWiping {
  SelfWiping() = default;
  SelfWiping(const SelfWiping &o) { std::memcpy(b, o.b, sizeof b); }
  ~SelfWiping() { OPENSSL_cleanse(b, sizeof b); }
  [[secret]] std::uint8_t b[32];
};

static int rawForgets(Raw r) noexcept { return use(r.data(), r.size()); }
static int rawReference(const Raw &r) noexcept { return use(r.data(), r.size()); }
static int keyForgets(Key k) noexcept { return use(k.b, sizeof k.b); } // EXPECT: secret-missing-zeroization
static int keyWipes(Key k) noexcept {
  int rc = use(k.b, sizeof k.b);
  OPENSSL_cleanse(&k, sizeof k);
  return rc;
}
static int selfWipes(SelfWiping s) noexcept { return use(s.b, sizeof s.b); }

int raw_copied() {
  [[secret]] Raw r;
  kex(r.data(), r.size());
  int rc = rawForgets(r); // EXPECT: secret-hidden-copy
  OPENSSL_cleanse(r.data(), r.size());
  return rc;
}

int raw_referenced() {
  [[secret]] Raw r;
  kex(r.data(), r.size());
  int rc = rawReference(r);
  OPENSSL_cleanse(r.data(), r.size());
  return rc;
}

int raw_public() {
  Raw r;
  kex(r.data(), r.size());
  return rawForgets(r);
}

int key_copied() {
  Key k;
  kex(k.b, sizeof k.b);
  int rc = keyForgets(k); // EXPECT: secret-hidden-copy
  OPENSSL_cleanse(&k, sizeof k);
  return rc;
}

int key_copied_wiped() {
  Key k;
  kex(k.b, sizeof k.b);
  int rc = keyWipes(k); // ALLOW: secret-hidden-copy
  OPENSSL_cleanse(&k, sizeof k);
  return rc;
}

int self_copied() {
  SelfWiping s;
  kex(s.b, sizeof s.b);
  return selfWipes(s); // ALLOW: secret-hidden-copy
}

SelfWiping self_returned(const SelfWiping &s) {
  return s; // ALLOW: secret-hidden-copy
}

Raw raw_returned([[secret]] const std::uint8_t *key) noexcept {
  Raw r;
  std::memcpy(r.data(), key, r.size());
  return r; // EXPECT: secret-hidden-copy
}
