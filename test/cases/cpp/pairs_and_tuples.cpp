// Models a mail client that keeps account keys in pairs, tuples and maps.
// CATEGORY: containers
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

extern "C" {
int account_key(std::uint8_t *out, std::size_t n) noexcept;
int mail_sign(const std::uint8_t *p, std::size_t n) noexcept;
void explicit_bzero(void *p, std::size_t n) noexcept;
}
using Bytes = std::array<std::uint8_t, 32>;

struct Key {
  [[secret]] std::uint8_t bytes[32];
  Key() { account_key(bytes, sizeof bytes); }
  Key(const Key &) = default;
  ~Key() { explicit_bzero(bytes, sizeof bytes); }
};

void clean_in_pair() {
  std::pair<int, Key> entry;
  mail_sign(entry.second.bytes, 32);
}

void clean_in_made_pair() {
  auto entry = std::make_pair(1, Key{});
  mail_sign(entry.second.bytes, 32);
}

void clean_in_made_tuple() {
  Key key;
  auto entry = std::make_tuple(1, key, 'x');
  mail_sign(std::get<1>(entry).bytes, 32);
}

void clean_in_map() {
  std::map<int, Key> entries;
  entries.emplace(1, Key{});
}

void clean_in_map_by_name() {
  std::map<std::string, Key> entries;
  mail_sign(entries["me"].bytes, 32);
}

void clean_in_vector_of_pairs() {
  std::vector<std::pair<std::string, Key>> entries;
  entries.emplace_back("me", Key{});
}

void other_half_is_left([[secret]] const Bytes &k) {
  std::pair<Bytes, Key> entry(k, Key{}); // EXPECT: secret-missing-zeroization
  mail_sign(entry.second.bytes, 32);
}

void other_half_is_cleared([[secret]] const Bytes &k) {
  std::pair<Bytes, Key> entry(k, Key{});
  explicit_bzero(entry.first.data(), entry.first.size());
}

void member_is_all([[secret]] const Bytes &k) {
  std::pair<int, Bytes> entry(1, k);
  explicit_bzero(entry.second.data(), entry.second.size());
}

void member_of_made_pair([[secret]] const Bytes &k) {
  auto entry = std::make_pair(1, k);
  explicit_bzero(entry.second.data(), 32);
}

void half_of_member([[secret]] const Bytes &k) {
  auto entry = std::make_pair(1, k);
  explicit_bzero(entry.second.data(), 16); // EXPECT: secret-partial-zeroization
}

void element_of_tuple([[secret]] const Bytes &k) {
  std::tuple<int, Bytes, char> entry(1, k, 'x');
  explicit_bzero(std::get<1>(entry).data(), 32);
}

void bound_names([[secret]] const Bytes &k) {
  auto [id, key] = std::make_pair(1, k);
  explicit_bzero(key.data(), key.size());
  (void)id;
}

void bound_names_left([[secret]] const Bytes &k) {
  auto [id, key] = std::make_tuple(1, k); // EXPECT: secret-missing-zeroization
  mail_sign(key.data(), key.size());
  (void)id;
}

struct Account {
  [[secret]] std::uint8_t key[32];
  int id;
};

void field_in_optional() {
  Account a;
  account_key(a.key, sizeof a.key);
  std::optional<Account> kept;
  kept = a;
  explicit_bzero(a.key, sizeof a.key);
  explicit_bzero(kept->key, sizeof kept->key);
}

void field_in_optional_left() {
  Account a;
  account_key(a.key, sizeof a.key);
  std::optional<Account> kept(a); // EXPECT: secret-missing-zeroization
  explicit_bzero(a.key, sizeof a.key);
}

void field_in_pair() {
  Account a;
  account_key(a.key, sizeof a.key);
  std::pair<int, Account> kept(1, a);
  explicit_bzero(a.key, sizeof a.key);
  explicit_bzero(kept.second.key, sizeof kept.second.key);
}

class Named {
public:
  explicit Named(const std::string &name) : name_(name) {}

private:
  std::string name_;
};

void string_is_told_once([[secret]] const std::string &password) {
  Named n(password); // EXPECT: secret-immutable-copy
}
