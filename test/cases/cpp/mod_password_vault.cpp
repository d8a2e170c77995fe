// Realistic module: a password vault with sessions, entries, import and export.
// CATEGORY: module
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

extern "C" {
void sodium_memzero(void *p, std::size_t n);
int crypto_pwhash(unsigned char *out, unsigned long long outlen, const char *pw, unsigned long long pwlen,
                  const unsigned char *salt, unsigned long long ops, std::size_t mem, int alg);
int box_seal([[secret]] const std::uint8_t *key, const std::uint8_t *in, std::size_t n,
             [[clang::annotate("public")]] std::uint8_t *out);
int box_open([[secret]] const std::uint8_t *key, const std::uint8_t *in, std::size_t n, [[secret]] std::uint8_t *out);
int tty_secret(const char *prompt, [[secret]] char *out, std::size_t cap);
int clip_set(const char *text);
}

namespace vault {

constexpr std::size_t kPass = 96;

class Wipe {
public:
  Wipe(void *p, std::size_t n) noexcept : p_(p), n_(n) {}
  Wipe(const Wipe &) = delete;
  Wipe &operator=(const Wipe &) = delete;
  ~Wipe() { sodium_memzero(p_, n_); }

private:
  void *p_;
  std::size_t n_;
};

class MasterKey {
public:
  MasterKey() noexcept = default;
  MasterKey(const MasterKey &) = delete;
  MasterKey &operator=(const MasterKey &) = delete;
  ~MasterKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

  bool derive([[secret]] std::string_view pass, const unsigned char *salt) noexcept {
    return crypto_pwhash(bytes_.data(), bytes_.size(), pass.data(), pass.size(), salt, 3, 1 << 20, 2) == 0;
  }
  const std::uint8_t *data() const noexcept { return bytes_.data(); }
  void lock() noexcept { bytes_.fill(0); }

private:
  [[secret]] std::array<std::uint8_t, 32> bytes_{};
};

struct Entry {
  std::string site;
  std::string login;
  std::vector<std::uint8_t> sealed;
};

class LeakyCache {
public:
  void put(std::string_view site, [[secret]] const char *pw) {
    site_ = site;
    std::strncpy(last_, pw, sizeof last_ - 1);
  }
  const std::string &site() const noexcept { return site_; }

private:
  std::string site_;
  [[secret]] char last_[kPass] = {}; // EXPECT: secret-missing-zeroization
};

class Vault {
public:
  bool unlock(const unsigned char *salt) {
    [[secret]] char pass[kPass];
    Wipe guard(pass, sizeof pass);
    if (tty_secret("Master password: ", pass, sizeof pass) < 0)
      return false;
    open_ = key_.derive(pass, salt);
    return open_;
  }

  bool unlockLate(const unsigned char *salt) {
    [[secret]] char pass[kPass];
    if (tty_secret("Master password: ", pass, sizeof pass) < 0)
      return false; // EXPECT: secret-missing-zeroization
    open_ = key_.derive(pass, salt);
    sodium_memzero(pass, sizeof pass);
    return open_;
  }

  void lock() noexcept {
    key_.lock();
    open_ = false;
  }

  bool add(std::string site, std::string login) {
    [[secret]] char pass[kPass];
    Wipe guard(pass, sizeof pass);
    if (!open_ || tty_secret("Password: ", pass, sizeof pass) < 0)
      return false;
    Entry e{std::move(site), std::move(login), std::vector<std::uint8_t>(kPass + 16)};
    if (box_seal(key_.data(), reinterpret_cast<const std::uint8_t *>(pass), kPass, e.sealed.data()) != 0)
      return false;
    entries_.push_back(std::move(e));
    return true;
  }

  bool copyToClipboard(std::string_view site) const noexcept {
    const Entry *e = find(site);
    std::uint8_t plain[kPass];
    if (!e)
      return false;
    int rc = box_open(key_.data(), e->sealed.data(), e->sealed.size(), plain);
    if (rc == 0)
      rc = clip_set(reinterpret_cast<const char *>(plain));
    sodium_memzero(plain, sizeof plain);
    return rc == 0;
  }

  bool copyQuick(std::string_view site) const noexcept {
    const Entry *e = find(site);
    std::uint8_t plain[kPass];
    if (!e)
      return false;
    int rc = box_open(key_.data(), e->sealed.data(), e->sealed.size(), plain);
    if (rc == 0)
      rc = clip_set(reinterpret_cast<const char *>(plain));
    std::fill(std::begin(plain), std::end(plain), std::uint8_t{0}); // EXPECT: secret-elidable-zeroization
    return rc == 0;
  }

  void show(std::string_view site) const {
    const Entry *e = find(site);
    std::uint8_t plain[kPass];
    Wipe guard(plain, sizeof plain);
    if (!e)
      return;
    box_open(key_.data(), e->sealed.data(), e->sealed.size(), plain);
    std::cout << e->login << '\n';
    std::cout << reinterpret_cast<const char *>(plain) << '\n'; // EXPECT: secret-exposure
  }

  std::string exportText(std::string_view site) const {
    const Entry *e = find(site);
    std::uint8_t plain[kPass];
    Wipe guard(plain, sizeof plain);
    std::string out;
    if (!e)
      return out;
    box_open(key_.data(), e->sealed.data(), e->sealed.size(), plain);
    out = e->site;
    out += reinterpret_cast<const char *>(plain); // EXPECT: secret-immutable-copy
    return out; // ALLOW: secret-immutable-copy, secret-hidden-copy
  }

  std::string list() const {
    std::string out;
    for (const auto &e : entries_)
      out += e.site + " " + e.login + '\n';
    return out;
  }

  std::size_t size() const noexcept { return entries_.size(); }

private:
  const Entry *find(std::string_view site) const noexcept {
    for (const auto &e : entries_)
      if (e.site == site)
        return &e;
    return nullptr;
  }

  MasterKey key_;
  std::vector<Entry> entries_;
  bool open_ = false;
};

void report(const Vault &v) {
  std::printf("%zu entries\n%s", v.size(), v.list().c_str());
}

} // namespace vault
