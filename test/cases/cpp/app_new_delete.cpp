// new, delete, arrays and objects of classes on the heap.
// CATEGORY: application
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n) noexcept;
int derive([[secret]] std::uint8_t *out, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n) noexcept;
}

struct Keys {
  [[secret]] std::uint8_t enc[32];
  [[secret]] std::uint8_t mac[32];
  unsigned uses;
};

int array() {
  auto *k = new std::uint8_t[32];
  derive(k, 32);
  int rc = use(k, 32);
  delete[] k; // EXPECT: secret-missing-zeroization
  return rc;
}

int array_wiped() {
  auto *k = new std::uint8_t[32];
  derive(k, 32);
  int rc = use(k, 32);
  OPENSSL_cleanse(k, 32);
  delete[] k;
  return rc;
}

int array_short() {
  auto *k = new std::uint8_t[32];
  derive(k, 32);
  int rc = use(k, 32);
  OPENSSL_cleanse(k, sizeof k); // EXPECT: secret-partial-zeroization
  delete[] k;
  return rc;
}

int array_memset(std::size_t n) {
  auto *k = new std::uint8_t[n];
  derive(k, n);
  int rc = use(k, n);
  std::memset(k, 0, n); // EXPECT: secret-elidable-zeroization
  delete[] k;
  return rc;
}

int object() {
  auto k = std::make_unique<Keys>();
  derive(k->enc, sizeof k->enc);
  derive(k->mac, sizeof k->mac);
  int rc = use(k->enc, sizeof k->enc);
  OPENSSL_cleanse(k.get(), sizeof *k);
  return rc;
}

int object_half() {
  auto k = std::make_unique<Keys>();
  derive(k->enc, sizeof k->enc);
  derive(k->mac, sizeof k->mac);
  int rc = use(k->enc, sizeof k->enc);
  OPENSSL_cleanse(k->enc, sizeof k->enc); // EXPECT: secret-partial-zeroization
  return rc;
}

int raw_object() {
  Keys *k = new (std::nothrow) Keys;
  if (!k)
    return -1;
  derive(k->enc, sizeof k->enc);
  derive(k->mac, sizeof k->mac);
  int rc = use(k->mac, sizeof k->mac);
  delete k; // EXPECT: secret-missing-zeroization
  return rc;
}

int placed() {
  alignas(Keys) unsigned char store[sizeof(Keys)];
  Keys *k = new (store) Keys;
  derive(k->enc, sizeof k->enc);
  derive(k->mac, sizeof k->mac);
  int rc = use(k->mac, sizeof k->mac);
  OPENSSL_cleanse(store, sizeof store);
  return rc;
}

int placed_left() {
  alignas(Keys) unsigned char store[sizeof(Keys)]; // EXPECT: secret-missing-zeroization
  Keys *k = new (store) Keys;
  derive(k->enc, sizeof k->enc);
  return use(k->enc, sizeof k->enc);
}

struct Node {
  [[secret]] std::uint8_t key[16];
  Node *next = nullptr;
};

void list_free(Node *n) {
  while (n) {
    Node *next = n->next;
    OPENSSL_cleanse(n->key, sizeof n->key);
    delete n;
    n = next;
  }
}

void list_free_loose(Node *n) {
  while (n) {
    Node *next = n->next;
    delete n; // EXPECT: secret-missing-zeroization
    n = next;
  }
}
