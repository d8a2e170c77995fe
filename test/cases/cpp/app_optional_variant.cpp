// Optional, pair, tuple and map with keys in them.
// CATEGORY: application
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <utility>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n) noexcept;
int derive([[secret]] std::uint8_t *out, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n) noexcept;
}
using Key = std::array<std::uint8_t, 32>;

int in_optional() noexcept {
  std::optional<Key> k; // EXPECT: secret-missing-zeroization
  k.emplace();
  derive(k->data(), k->size());
  int rc = use(k->data(), k->size());
  k.reset();
  return rc;
}

int in_optional_wiped() noexcept {
  std::optional<Key> k;
  k.emplace();
  derive(k->data(), k->size());
  int rc = use(k->data(), k->size());
  OPENSSL_cleanse(k->data(), k->size());
  k.reset();
  return rc;
}

int in_pair() noexcept {
  std::pair<Key, int> p; // EXPECT: secret-missing-zeroization
  derive(p.first.data(), p.first.size());
  p.second = 3;
  return use(p.first.data(), p.first.size());
}

int in_pair_wiped() noexcept {
  std::pair<Key, int> p;
  derive(p.first.data(), p.first.size());
  p.second = 3;
  int rc = use(p.first.data(), p.first.size());
  OPENSSL_cleanse(p.first.data(), p.first.size());
  return rc;
}

int bound() noexcept {
  std::pair<Key, int> p;
  auto &[key, id] = p;
  derive(key.data(), key.size());
  id = 1;
  int rc = use(key.data(), key.size());
  OPENSSL_cleanse(key.data(), key.size());
  return rc;
}

class Ring {
public:
  Ring() = default;
  Ring(const Ring &) = delete;
  ~Ring() {
    for (auto &[id, key] : keys_)
      OPENSSL_cleanse(key.data(), key.size());
  }
  int run(int id) const noexcept {
    auto it = keys_.find(id);
    return it == keys_.end() ? -1 : use(it->second.data(), it->second.size());
  }

private:
  [[secret]] std::map<int, Key> keys_;
};

class LooseRing {
public:
  LooseRing() = default;
  LooseRing(const LooseRing &) = delete;
  ~LooseRing() { keys_.clear(); }
  int run(int id) const noexcept {
    auto it = keys_.find(id);
    return it == keys_.end() ? -1 : use(it->second.data(), it->second.size());
  }

private:
  [[secret]] std::map<int, Key> keys_; // EXPECT: secret-missing-zeroization
};

int in_array() noexcept {
  std::array<Key, 2> ks;
  derive(ks[0].data(), ks[0].size());
  derive(ks[1].data(), ks[1].size());
  int rc = use(ks[0].data(), ks[0].size());
  for (auto &k : ks)
    OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int in_array_one() noexcept {
  std::array<Key, 2> ks;
  derive(ks[0].data(), ks[0].size());
  derive(ks[1].data(), ks[1].size());
  int rc = use(ks[0].data(), ks[0].size());
  OPENSSL_cleanse(ks[0].data(), ks[0].size()); // EXPECT: secret-partial-zeroization
  return rc;
}
