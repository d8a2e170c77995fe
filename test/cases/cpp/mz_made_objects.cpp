// Objects that make_unique, make_shared, make_optional and emplace_back make of a key.
// CATEGORY: containers
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string.h>
#include <vector>

using Key = std::array<std::uint8_t, 32>;
using Bytes = std::vector<std::uint8_t>;
extern "C" int use(const std::uint8_t *p, std::size_t n);
extern "C" int use_text(const char *p);

struct Loose {
  std::uint8_t k[32];
  explicit Loose(const std::uint8_t *p) { std::memcpy(k, p, 32); }
};

struct Tight {
  std::uint8_t k[32];
  explicit Tight(const std::uint8_t *p) { std::memcpy(k, p, 32); }
  ~Tight() { explicit_bzero(k, 32); }
};

void array_on_heap([[secret]] const Key &k) {
  auto p = std::make_unique<Key>(k); // EXPECT: secret-missing-zeroization
  use(p->data(), 32);
}

void array_on_heap_wiped([[secret]] const Key &k) {
  auto p = std::make_unique<Key>(k);
  use(p->data(), 32);
  explicit_bzero(p->data(), 32);
}

void public_array_on_heap(const Key &k) {
  auto p = std::make_unique<Key>(k);
  use(p->data(), 32);
}

void vector_on_heap([[secret]] const Bytes &k) {
  auto p = std::make_unique<Bytes>(k); // EXPECT: secret-missing-zeroization
  use(p->data(), p->size());
}

void vector_on_heap_wiped([[secret]] const Bytes &k) {
  auto p = std::make_unique<Bytes>(k);
  use(p->data(), p->size());
  explicit_bzero(p->data(), p->size());
}

void string_on_heap([[secret]] const std::string &pw) {
  auto p = std::make_unique<std::string>(pw); // EXPECT: secret-immutable-copy
  use_text(p->c_str());
}

void shared_string([[secret]] const char *pw) {
  auto p = std::make_shared<std::string>(pw); // EXPECT: secret-immutable-copy
  use_text(p->c_str());
}

void public_shared_string(const char *name) {
  auto p = std::make_shared<std::string>(name);
  use_text(p->c_str());
}

void own_constructor([[secret]] const std::uint8_t *q) {
  auto p = std::make_unique<Loose>(q); // EXPECT: secret-missing-zeroization
  use(p->k, 32);
}

void own_constructor_and_destructor([[secret]] const std::uint8_t *q) {
  auto p = std::make_unique<Tight>(q);
  use(p->k, 32);
}

void own_constructor_shared([[secret]] const std::uint8_t *q) {
  auto p = std::make_shared<Loose>(q); // EXPECT: secret-missing-zeroization
  use(p->k, 32);
}

void own_constructor_public(const std::uint8_t *q) {
  auto p = std::make_shared<Loose>(q);
  use(p->k, 32);
}

void copied_record([[secret]] const Loose &l) {
  auto p = std::make_shared<Loose>(l); // EXPECT: secret-missing-zeroization
  use(p->k, 32);
}

void optional_array([[secret]] const Key &k) {
  auto p = std::make_optional<Key>(k); // EXPECT: secret-missing-zeroization
  use(p->data(), 32);
}

void optional_array_wiped([[secret]] const Key &k) {
  auto p = std::make_optional<Key>(k);
  use(p->data(), 32);
  explicit_bzero(p->data(), 32);
}

void optional_record([[secret]] const std::uint8_t *q) {
  auto p = std::make_optional<Loose>(q); // EXPECT: secret-missing-zeroization
  use(p->k, 32);
}

void emplaced([[secret]] const std::uint8_t *q) {
  std::vector<Loose> v; // EXPECT: secret-missing-zeroization
  v.reserve(1);
  v.emplace_back(q);
  use(v[0].k, 32);
}

void emplaced_wiped([[secret]] const std::uint8_t *q) {
  std::vector<Tight> v;
  v.reserve(1);
  v.emplace_back(q);
  use(v[0].k, 32);
}

void emplaced_public(const std::uint8_t *q) {
  std::vector<Loose> v;
  v.reserve(1);
  v.emplace_back(q);
  use(v[0].k, 32);
}
