// Realistic module: a TLS session cache with tickets, workers and statistics.
// CATEGORY: module
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n);
int aead_open([[secret]] const std::uint8_t *key, const std::uint8_t *in, std::size_t n, [[secret]] std::uint8_t *out);
int aead_seal([[secret]] const std::uint8_t *key, const std::uint8_t *in, std::size_t n,
              [[clang::annotate("public")]] std::uint8_t *out);
int rng(std::uint8_t *p, std::size_t n);
int sock_push(int fd, const void *p, std::size_t n);
}

namespace tls {

using Clock = std::chrono::steady_clock;
using Id = std::array<std::uint8_t, 32>;
struct [[secret]] Master {
  std::uint8_t b[48];
};

class TicketKey {
public:
  TicketKey() noexcept { rng(key_, sizeof key_); }
  TicketKey(const TicketKey &) = delete;
  TicketKey &operator=(const TicketKey &) = delete;
  ~TicketKey() { OPENSSL_cleanse(key_, sizeof key_); }
  void rotate() noexcept { rng(key_, sizeof key_); }
  const std::uint8_t *key() const noexcept { return key_; }

private:
  [[secret]] std::uint8_t key_[32];
};

class OldTicketKey {
public:
  OldTicketKey() noexcept { rng(key_, sizeof key_); }
  ~OldTicketKey() {
    std::memset(key_, 0, sizeof key_); // EXPECT: secret-elidable-zeroization
  }

private:
  [[secret]] std::uint8_t key_[32];
};

class Session {
public:
  explicit Session([[secret]] const Master &m) : born_(Clock::now()) { std::memcpy(master_.data(), m.b, sizeof m.b); }
  Session(const Session &) = delete;
  ~Session() { OPENSSL_cleanse(master_.data(), master_.size()); }
  bool fresh() const { return Clock::now() - born_ < std::chrono::hours(1); }
  std::span<const std::uint8_t> master() const noexcept { return master_; }

private:
  [[secret]] std::array<std::uint8_t, 48> master_;
  Clock::time_point born_;
};

struct Stats {
  std::atomic<std::uint64_t> hits{0};
  std::atomic<std::uint64_t> misses{0};
};

class Cache {
public:
  void store(const Id &id, [[secret]] const Master &m) {
    std::lock_guard<std::mutex> g(m_);
    sessions_[id] = std::make_unique<Session>(m);
  }

  const Session *find(const Id &id) {
    std::lock_guard<std::mutex> g(m_);
    auto it = sessions_.find(id);
    if (it == sessions_.end() || !it->second->fresh()) {
      ++stats_.misses;
      return nullptr;
    }
    ++stats_.hits;
    return it->second.get();
  }

  std::string summary() const {
    return "hits " + std::to_string(stats_.hits) + " misses " + std::to_string(stats_.misses);
  }

private:
  mutable std::mutex m_;
  std::map<Id, std::unique_ptr<Session>> sessions_;
  Stats stats_;
};

int resume(Cache &c, const TicketKey &tk, std::span<const std::uint8_t> ticket, const Id &id) {
  Master m;
  if (aead_open(tk.key(), ticket.data(), ticket.size(), m.b) != 0) {
    OPENSSL_cleanse(&m, sizeof m);
    return -1;
  }
  c.store(id, m); // EXPECT: secret-missing-zeroization
  OPENSSL_cleanse(&m, sizeof m);
  return 0;
}

int resumeGuarded(Cache &c, const TicketKey &tk, std::span<const std::uint8_t> ticket, const Id &id) {
  Master m;
  struct Guard {
    Master &m;
    ~Guard() { OPENSSL_cleanse(&m, sizeof m); }
  } g{m};
  if (aead_open(tk.key(), ticket.data(), ticket.size(), m.b) != 0)
    return -1;
  c.store(id, m);
  return 0;
}

int resumeForgets(const TicketKey &tk, std::span<const std::uint8_t> ticket) noexcept {
  Master m; // EXPECT: secret-missing-zeroization
  return aead_open(tk.key(), ticket.data(), ticket.size(), m.b);
}

int issue(int fd, const TicketKey &tk, const Session &s) noexcept {
  std::uint8_t sealed[48 + 16];
  auto m = s.master();
  if (aead_seal(tk.key(), m.data(), m.size(), sealed) != 0)
    return -1;
  return sock_push(fd, sealed, sizeof sealed);
}

int keylog(std::FILE *f, const Id &id, const Session &s) noexcept {
  char hex[97];
  auto m = s.master();
  for (std::size_t i = 0; i < m.size(); ++i)
    std::snprintf(hex + 2 * i, 3, "%02x", m[i]);
  std::fprintf(f, "CLIENT_RANDOM %02x%02x %s\n", id[0], id[1], hex);
  OPENSSL_cleanse(hex, sizeof hex);
  return 0;
}

int keylogStderr(const Session &s) noexcept {
  char hex[97];
  auto m = s.master();
  for (std::size_t i = 0; i < m.size(); ++i)
    std::snprintf(hex + 2 * i, 3, "%02x", m[i]);
  std::fprintf(stderr, "master %s\n", hex); // EXPECT: secret-exposure
  OPENSSL_cleanse(hex, 64);                 // EXPECT: secret-partial-zeroization
  return 0;
}

void deriveLater(const Master &m, std::vector<std::function<int()>> &jobs) {
  jobs.push_back([m] { return m.b[0] == 0 ? 1 : 0; }); // EXPECT: secret-hidden-copy
}

void deriveNow(const Master &m, const std::function<void(int)> &done) { done(m.b[0] == 0 ? 1 : 0); }

void logSession(std::string_view peer, const Cache &c) {
  std::printf("%.*s: %s\n", static_cast<int>(peer.size()), peer.data(), c.summary().c_str());
}

} // namespace tls
