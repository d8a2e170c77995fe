// Templates over key sizes and policies, instantiated and not.
// CATEGORY: templates
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int use(const std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

template <std::size_t N> int session() {
  [[secret]] std::array<std::uint8_t, N> k; // EXPECT: secret-missing-zeroization
  kex(k.data(), N);
  return use(k.data(), N);
}

template <std::size_t N> int sessionClean() {
  [[secret]] std::array<std::uint8_t, N> k;
  kex(k.data(), N);
  int rc = use(k.data(), N);
  OPENSSL_cleanse(k.data(), N);
  return rc;
}

struct Strong {
  static void wipe(void *p, std::size_t n) noexcept { OPENSSL_cleanse(p, n); }
};
struct Weak {
  static void wipe(void *p, std::size_t n) noexcept { std::memset(p, 0, n); }
};

template <class Policy> int strongPolicy() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  Policy::wipe(k, sizeof k);
  return rc;
}

template <class Policy> int weakPolicy() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = use(k, sizeof k);
  Policy::wipe(k, sizeof k); // EXPECT: secret-elidable-zeroization
  return rc;
}

template <class T, std::size_t N> class KeyStore {
public:
  KeyStore() { kex(reinterpret_cast<std::uint8_t *>(keys_), sizeof keys_); }
  KeyStore(const KeyStore &) = delete;
  ~KeyStore() { OPENSSL_cleanse(keys_, sizeof keys_); }
  const T &operator[](std::size_t i) const noexcept { return keys_[i]; }

private:
  [[secret]] T keys_[N];
};

template <class T> class LeakyStore {
public:
  LeakyStore() { kex(reinterpret_cast<std::uint8_t *>(&key_), sizeof key_); }
  const T &get() const noexcept { return key_; }

private:
  [[secret]] T key_; // EXPECT: secret-missing-zeroization
};

template <class T> int copyOut([[secret]] const T &key) {
  T mine = key; // EXPECT: secret-missing-zeroization
  return use(mine.data(), mine.size());
}

template <class T> int viewOnly([[secret]] const T &key) { return use(key.data(), key.size()); }

int run([[secret]] const std::array<std::uint8_t, 16> &k) {
  KeyStore<std::uint32_t, 4> store;
  LeakyStore<std::uint64_t> leaky;
  return session<16>() + sessionClean<16>() + sessionClean<32>() + strongPolicy<Strong>() + weakPolicy<Weak>() +
         copyOut(k) + viewOnly(k) + static_cast<int>(store[0]) + static_cast<int>(leaky.get());
}
