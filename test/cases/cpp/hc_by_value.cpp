// Secret records and arrays passed and returned by value.
// CATEGORY: by_value
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

extern "C" void OPENSSL_cleanse(void *p, std::size_t n);
struct Key {
  [[secret]] std::uint8_t b[32];
};
struct Meta {
  std::uint8_t id[16];
};
int useKey(Key k) noexcept;
int useKeyRef(const Key &k) noexcept;
int useArray(std::array<std::uint8_t, 32> k) noexcept;
int useVector(std::vector<std::uint8_t> k) noexcept;
int useMeta(Meta m) noexcept;
int fill(Key &k) noexcept;

int pass_record() {
  Key k;
  fill(k);
  int rc = useKey(k); // EXPECT: secret-hidden-copy
  OPENSSL_cleanse(&k, sizeof k);
  return rc;
}

int pass_reference() {
  Key k;
  fill(k);
  int rc = useKeyRef(k);
  OPENSSL_cleanse(&k, sizeof k);
  return rc;
}

int pass_array([[secret]] const std::array<std::uint8_t, 32> &k) {
  return useArray(k); // EXPECT: secret-hidden-copy
}

int pass_array_public(const std::array<std::uint8_t, 32> &id) { return useArray(id); }

int pass_vector([[secret]] const std::vector<std::uint8_t> &k) {
  return useVector(k); // EXPECT: secret-hidden-copy
}

int pass_vector_moved([[secret]] std::vector<std::uint8_t> &k) { return useVector(std::move(k)); }

int pass_meta(const Meta &m) { return useMeta(m); }

class Ring {
public:
  Key get() const noexcept {
    return current_; // EXPECT: secret-hidden-copy
  }
  const Key &ref() const noexcept { return current_; }
  const Key *ptr() const noexcept { return &current_; }
  Meta meta() const noexcept { return meta_; }
  ~Ring() { OPENSSL_cleanse(&current_, sizeof current_); }

private:
  Key current_{};
  Meta meta_{};
};

Key make_key() noexcept {
  Key k;
  fill(k);
  return k; // EXPECT: secret-hidden-copy
}

std::vector<std::uint8_t> bytes_of([[secret]] const std::vector<std::uint8_t> &k) {
  return k; // EXPECT: secret-hidden-copy
}

int by_value_forgets([[secret]] std::array<std::uint8_t, 32> k) noexcept { // EXPECT: secret-missing-zeroization
  return k[0] == 0;
}

int by_value_wipes([[secret]] std::array<std::uint8_t, 32> k) noexcept {
  int rc = k[0] == 0;
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}
