// Smart pointers whose deleters wipe or only free.
// CATEGORY: raii
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
struct Key {
  std::uint8_t b[32];
};
struct WipeDelete {
  void operator()(Key *k) const noexcept {
    OPENSSL_cleanse(k, sizeof *k);
    delete k;
  }
};
struct PlainDelete {
  void operator()(Key *k) const noexcept { delete k; }
};
struct WipeFree {
  std::size_t n;
  void operator()(std::uint8_t *p) const noexcept {
    OPENSSL_cleanse(p, n);
    std::free(p);
  }
};

int wiping() {
  [[secret]] std::unique_ptr<Key, WipeDelete> k(new Key);
  kex(k->b, sizeof k->b);
  return use(k->b, sizeof k->b);
}

int plain() {
  [[secret]] std::unique_ptr<Key, PlainDelete> k(new Key); // EXPECT: secret-missing-zeroization
  kex(k->b, sizeof k->b);
  return use(k->b, sizeof k->b);
}

int standard() {
  [[secret]] std::unique_ptr<Key> k(new Key); // EXPECT: secret-missing-zeroization
  kex(k->b, sizeof k->b);
  return use(k->b, sizeof k->b);
}

int standard_wiped() {
  [[secret]] std::unique_ptr<Key> k(new Key);
  kex(k->b, sizeof k->b);
  int rc = use(k->b, sizeof k->b);
  OPENSSL_cleanse(k->b, sizeof k->b);
  return rc;
}

int free_wiping(std::size_t n) {
  [[secret]] std::unique_ptr<std::uint8_t, WipeFree> k(static_cast<std::uint8_t *>(std::malloc(n)), WipeFree{n});
  if (!k)
    return -1;
  kex(k.get(), n);
  return use(k.get(), n);
}

int free_plain(std::size_t n) {
  [[secret]] std::unique_ptr<std::uint8_t, decltype(&std::free)> k(static_cast<std::uint8_t *>(std::malloc(n)), &std::free); // EXPECT: secret-missing-zeroization
  if (!k)
    return -1;
  kex(k.get(), n);
  return use(k.get(), n);
}

int untagged_plain() {
  std::unique_ptr<Key, PlainDelete> k(new Key);
  kex(k->b, sizeof k->b);
  return use(k->b, sizeof k->b);
}
