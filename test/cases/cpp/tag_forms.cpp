// Aliases, enums, records, references and attributes that make things secret.
// CATEGORY: tagging
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

extern "C" {
int fill(void *p, std::size_t n);
int use(const void *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
using SessionKey [[secret]] = std::array<std::uint8_t, 32>;
using PlainKey = std::array<std::uint8_t, 32>;
struct [[secret]] Seed {
  std::uint8_t b[32];
};
struct [[clang::annotate("secret")]] Nonce {
  std::uint8_t b[12];
};
enum class [[secret]] Pin : std::uint32_t {};
Pin askPin() noexcept;
int tryPin(Pin p) noexcept;

int by_alias() {
  SessionKey k; // EXPECT: secret-missing-zeroization
  fill(k.data(), k.size());
  return use(k.data(), k.size());
}

int by_alias_clean() {
  SessionKey k;
  fill(k.data(), k.size());
  int rc = use(k.data(), k.size());
  OPENSSL_cleanse(k.data(), k.size());
  return rc;
}

int by_plain_alias() {
  PlainKey k;
  fill(k.data(), k.size());
  return use(k.data(), k.size());
}

int by_record() {
  Seed s; // EXPECT: secret-missing-zeroization
  fill(&s, sizeof s);
  return use(&s, sizeof s);
}

int by_record_clean() {
  Seed s;
  fill(&s, sizeof s);
  int rc = use(&s, sizeof s);
  OPENSSL_cleanse(&s, sizeof s);
  return rc;
}

int by_annotated_record() {
  Nonce n; // EXPECT: secret-missing-zeroization
  fill(&n, sizeof n);
  return use(&n, sizeof n);
}

int by_enum() {
  Pin p = askPin(); // EXPECT: secret-missing-zeroization
  return tryPin(p);
}

int by_enum_clean() {
  Pin p = askPin();
  int rc = tryPin(p);
  OPENSSL_cleanse(&p, sizeof p);
  return rc;
}

int by_record_vector() {
  std::vector<Seed> v(2); // EXPECT: secret-missing-zeroization
  fill(v.data(), v.size() * sizeof(Seed));
  return use(v.data(), v.size() * sizeof(Seed));
}

int by_span([[secret]] std::span<const std::uint8_t> k) {
  std::array<std::uint8_t, 16> head; // EXPECT: secret-missing-zeroization
  std::memcpy(head.data(), k.data(), head.size());
  return use(head.data(), head.size());
}

int by_span_view([[secret]] std::span<const std::uint8_t> k) {
  auto head = k.first(16);
  return use(head.data(), head.size());
}

int by_reference([[secret]] const PlainKey &k) {
  PlainKey mine = k; // EXPECT: secret-missing-zeroization
  return use(mine.data(), mine.size());
}
