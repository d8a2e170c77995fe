// Plain aggregates, unions and arrays of them.
// CATEGORY: application
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n) noexcept;
int load([[secret]] std::uint8_t *out, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n) noexcept;
}

struct Creds {
  char user[32];
  [[secret]] char pass[64];
};
int fill(Creds &c) noexcept;
int login(const Creds &c) noexcept;

int both() noexcept {
  Creds c{};
  fill(c);
  int rc = login(c);
  OPENSSL_cleanse(&c, sizeof c);
  return rc;
}

int only_pass() noexcept {
  Creds c{};
  fill(c);
  int rc = login(c);
  OPENSSL_cleanse(c.pass, sizeof c.pass);
  return rc;
}

int only_user() noexcept {
  Creds c{}; // ALLOW: secret-missing-zeroization
  fill(c);
  int rc = login(c);
  OPENSSL_cleanse(c.user, sizeof c.user); // ALLOW: secret-partial-zeroization
  return rc;
}

int by_assignment() noexcept {
  Creds c{};
  fill(c);
  int rc = login(c);
  c = Creds{}; // EXPECT: secret-elidable-zeroization
  return rc;
}

int nothing() noexcept {
  Creds c{}; // EXPECT: secret-missing-zeroization
  fill(c);
  return login(c);
}

int never_filled(int mode) noexcept {
  Creds c{};
  if (mode < 0)
    return -1;
  fill(c);
  int rc = login(c);
  OPENSSL_cleanse(&c, sizeof c);
  return rc;
}

int by_copy(const Creds &from) noexcept {
  Creds c = from; // EXPECT: secret-missing-zeroization
  return login(c);
}

int by_reference(const Creds &from) noexcept {
  const Creds &c = from;
  return login(c);
}

union Block {
  std::uint8_t bytes[32];
  std::uint64_t words[4];
};

int in_union() noexcept {
  Block b;
  load(b.bytes, sizeof b.bytes);
  int rc = use(b.bytes, sizeof b.bytes);
  OPENSSL_cleanse(&b.words[0], sizeof b.words);
  return rc;
}

int in_union_word() noexcept {
  Block b;
  load(b.bytes, sizeof b.bytes);
  int rc = use(b.bytes, sizeof b.bytes);
  OPENSSL_cleanse(&b.words[0], sizeof b.words[0]); // EXPECT: secret-partial-zeroization
  return rc;
}

int several() noexcept {
  Creds all[3] = {};
  for (auto &c : all)
    fill(c);
  int rc = login(all[0]);
  for (auto &c : all)
    OPENSSL_cleanse(c.pass, sizeof c.pass);
  return rc;
}

int several_first() noexcept {
  Creds all[3] = {};
  for (auto &c : all)
    fill(c);
  int rc = login(all[0]);
  OPENSSL_cleanse(all, sizeof all[0]); // EXPECT: secret-partial-zeroization
  return rc;
}

int words() noexcept {
  [[secret]] std::uint32_t state[8];
  load(reinterpret_cast<std::uint8_t *>(state), sizeof state);
  int rc = use(reinterpret_cast<const std::uint8_t *>(state), sizeof state);
  OPENSSL_cleanse(state, std::extent_v<decltype(state)>); // EXPECT: secret-partial-zeroization
  return rc;
}
