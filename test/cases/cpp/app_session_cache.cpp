// A cache of sessions: records with secrets in containers.
// CATEGORY: application
#include <array>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

extern "C" {
void sodium_memzero(void *p, std::size_t n) noexcept;
int use(const std::uint8_t *p, std::size_t n) noexcept;
int ticket_key([[secret]] std::uint8_t *out, std::size_t n) noexcept;
}

struct Entry {
  std::string host;
  std::uint16_t port = 0;
  [[secret]] std::array<std::uint8_t, 48> master{};
};

class Cache {
public:
  Cache() = default;
  Cache(const Cache &) = delete;
  ~Cache() {
    for (auto &e : entries_)
      sodium_memzero(e.master.data(), e.master.size());
    sodium_memzero(ticket_.data(), ticket_.size());
  }

  bool start() noexcept { return ticket_key(ticket_.data(), ticket_.size()) == 0; }

  const Entry *find(const std::string &host) const noexcept {
    for (const auto &e : entries_)
      if (e.host == host)
        return &e;
    return nullptr;
  }

  std::string name(std::size_t i) const { return entries_[i].host; }

  std::uint16_t port(const std::string &host) const noexcept {
    const Entry *e = find(host);
    return e ? e->port : 0;
  }

  void list() const {
    for (const auto &e : entries_)
      std::cout << e.host << ':' << e.port << '\n';
  }

  void list_iterators() const {
    for (auto it = entries_.begin(); it != entries_.end(); ++it)
      std::cout << it->host << '\n';
  }

  Entry get(std::size_t i) const {
    return entries_[i]; // EXPECT: secret-hidden-copy
  }

  const Entry &at(std::size_t i) const noexcept { return entries_[i]; }

  std::string join() const {
    std::string out;
    for (const auto &e : entries_) {
      out += e.host;
      out += ' ';
    }
    return out;
  }

  int run(std::size_t i) const noexcept {
    const Entry &e = entries_[i];
    return use(e.master.data(), e.master.size());
  }

  std::size_t size() const noexcept { return entries_.size(); }

private:
  std::vector<Entry> entries_;
  [[secret]] std::array<std::uint8_t, 32> ticket_{};
};

int copy_master(const Cache &c, const std::string &host) noexcept {
  std::array<std::uint8_t, 48> m; // EXPECT: secret-missing-zeroization
  const Entry *e = c.find(host);
  if (!e)
    return -1;
  m = e->master;
  return use(m.data(), m.size());
}

int copy_master_wiped(const Cache &c, const std::string &host) noexcept {
  std::array<std::uint8_t, 48> m;
  const Entry *e = c.find(host);
  if (!e)
    return -1;
  m = e->master;
  int rc = use(m.data(), m.size());
  sodium_memzero(m.data(), m.size());
  return rc;
}
