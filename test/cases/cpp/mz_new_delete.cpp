// Raw arrays and objects from new, released with delete.
// CATEGORY: heap
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
struct Ticket {
  int id;
  [[secret]] std::uint8_t key[32];
};

int array_forgets(std::size_t n) {
  [[secret]] auto *k = new std::uint8_t[n];
  kex(k, n);
  int rc = use(k, n);
  delete[] k; // EXPECT: secret-missing-zeroization
  return rc;
}

int array_wipes(std::size_t n) {
  [[secret]] auto *k = new std::uint8_t[n];
  kex(k, n);
  int rc = use(k, n);
  OPENSSL_cleanse(k, n);
  delete[] k;
  return rc;
}

int array_two_exits(std::size_t n) {
  [[secret]] auto *k = new std::uint8_t[n];
  if (kex(k, n) != 0) {
    delete[] k; // EXPECT: secret-missing-zeroization
    return -1;
  }
  int rc = use(k, n);
  OPENSSL_cleanse(k, n);
  delete[] k;
  return rc;
}

int array_memset(std::size_t n) {
  [[secret]] auto *k = new std::uint8_t[n];
  kex(k, n);
  int rc = use(k, n);
  std::memset(k, 0, n); // EXPECT: secret-elidable-zeroization
  delete[] k;
  return rc;
}

int array_sizeof(std::size_t n) {
  [[secret]] auto *k = new std::uint8_t[n];
  kex(k, n);
  int rc = use(k, n);
  OPENSSL_cleanse(k, sizeof k); // EXPECT: secret-partial-zeroization
  delete[] k;
  return rc;
}

int object_forgets() {
  auto *t = new Ticket;
  kex(t->key, sizeof t->key);
  int rc = use(t->key, sizeof t->key);
  delete t; // EXPECT: secret-missing-zeroization
  return rc;
}

int object_wipes() {
  auto *t = new Ticket;
  kex(t->key, sizeof t->key);
  int rc = use(t->key, sizeof t->key);
  OPENSSL_cleanse(t, sizeof *t);
  delete t;
  return rc;
}

int nothrow_null(std::size_t n) {
  [[secret]] auto *k = new (std::nothrow) std::uint8_t[n];
  if (!k)
    return -1;
  kex(k, n);
  OPENSSL_cleanse(k, n);
  delete[] k;
  return 0;
}

std::uint8_t *handed_on(std::size_t n) {
  [[secret]] auto *k = new std::uint8_t[n];
  kex(k, n);
  return k;
}

int before_arrival(std::size_t n) {
  [[secret]] auto *k = new std::uint8_t[n];
  if (n < 16) {
    delete[] k;
    return -1;
  }
  kex(k, n);
  OPENSSL_cleanse(k, n);
  delete[] k;
  return 0;
}

int untagged(std::size_t n) {
  auto *k = new std::uint8_t[n];
  kex(k, n);
  int rc = use(k, n);
  std::memset(k, 0, sizeof k);
  delete[] k;
  return rc;
}
