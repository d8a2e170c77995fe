// C allocation in C++: malloc, realloc, free and wrappers.
// CATEGORY: heap
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

static void drop(void *p) noexcept { std::free(p); }
static void dropWiped(void *p, std::size_t n) noexcept {
  if (p)
    OPENSSL_cleanse(p, n);
  std::free(p);
}

int forgets(std::size_t n) {
  [[secret]] auto *k = static_cast<std::uint8_t *>(std::malloc(n));
  if (!k)
    return -1;
  kex(k, n);
  int rc = use(k, n);
  std::free(k); // EXPECT: secret-missing-zeroization
  return rc;
}

int wipes(std::size_t n) {
  [[secret]] auto *k = static_cast<std::uint8_t *>(std::malloc(n));
  if (!k)
    return -1;
  kex(k, n);
  int rc = use(k, n);
  OPENSSL_cleanse(k, n);
  std::free(k);
  return rc;
}

int clears(std::size_t n) {
  [[secret]] auto *k = static_cast<std::uint8_t *>(std::malloc(n));
  if (!k)
    return -1;
  kex(k, n);
  int rc = use(k, n);
  std::memset(k, 0, n); // EXPECT: secret-elidable-zeroization
  std::free(k);
  return rc;
}

int drops(std::size_t n) {
  [[secret]] auto *k = static_cast<std::uint8_t *>(std::malloc(n));
  if (!k)
    return -1;
  kex(k, n);
  drop(k); // EXPECT: secret-missing-zeroization
  return 0;
}

int drops_wiped(std::size_t n) {
  [[secret]] auto *k = static_cast<std::uint8_t *>(std::malloc(n));
  if (!k)
    return -1;
  kex(k, n);
  dropWiped(k, n);
  return 0;
}

int grows(std::size_t n) {
  [[secret]] auto *k = static_cast<std::uint8_t *>(std::malloc(n));
  if (!k)
    return -1;
  kex(k, n);
  auto *q = static_cast<std::uint8_t *>(std::realloc(k, 2 * n)); // EXPECT: secret-hidden-copy
  if (!q) {
    dropWiped(k, n);
    return -1;
  }
  int rc = use(q, 2 * n);
  dropWiped(q, 2 * n);
  return rc;
}

char *copies([[secret]] const char *pw) { return strdup(pw); }

int copies_forgets([[secret]] const char *pw) {
  char *c = strdup(pw);
  if (!c)
    return -1;
  int rc = use(reinterpret_cast<const std::uint8_t *>(c), std::strlen(c));
  std::free(c); // EXPECT: secret-missing-zeroization
  return rc;
}

int untagged(std::size_t n) {
  auto *k = static_cast<std::uint8_t *>(std::malloc(n));
  if (!k)
    return -1;
  kex(k, n);
  drop(k);
  return 0;
}
