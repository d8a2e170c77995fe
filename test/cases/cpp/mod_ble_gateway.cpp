// Realistic module: a Bluetooth gateway with bonds, pairing and callbacks.
// CATEGORY: module
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <syslog.h>
#include <thread>
#include <utility>
#include <vector>

extern "C" {
void OPENSSL_cleanse(void *p, std::size_t n);
int hci_ltk(int handle, [[secret]] std::uint8_t *ltk);
int smp_confirm([[secret]] const std::uint8_t *tk, const std::uint8_t *rnd,
                [[clang::annotate("public")]] std::uint8_t *confirm);
int smp_stk([[secret]] const std::uint8_t *tk, const std::uint8_t *r1, const std::uint8_t *r2,
            [[secret]] std::uint8_t *stk);
int ui_passkey(std::uint32_t *out);
int link_encrypt(int handle, const std::uint8_t *key);
int store_write(const char *name, const void *p, std::size_t n);
int radio_random(std::uint8_t *p, std::size_t n);
}

namespace gw {

using Addr = std::array<std::uint8_t, 6>;

struct Bond {
  Addr peer{};
  [[secret]] std::array<std::uint8_t, 16> ltk{};
  [[secret]] std::array<std::uint8_t, 16> irk{};
  std::uint16_t ediv = 0;
};

class BondStore {
public:
  ~BondStore() {
    for (auto &b : bonds_) {
      OPENSSL_cleanse(b.ltk.data(), b.ltk.size());
      OPENSSL_cleanse(b.irk.data(), b.irk.size());
    }
  }
  void reserve() { bonds_.reserve(8); } // ALLOW: secret-hidden-copy
  const Bond *find(const Addr &a) const noexcept {
    for (const auto &b : bonds_)
      if (b.peer == a)
        return &b;
    return nullptr;
  }
  std::optional<std::uint16_t> ediv(const Addr &a) const noexcept {
    const Bond *b = find(a);
    return b ? std::optional<std::uint16_t>(b->ediv) : std::nullopt;
  }
  Bond copy(std::size_t i) const {
    return bonds_[i]; // EXPECT: secret-hidden-copy
  }
  std::size_t size() const noexcept { return bonds_.size(); }

private:
  std::vector<Bond> bonds_;
};

class PairingState {
public:
  PairingState() noexcept { radio_random(rnd_.data(), rnd_.size()); }
  PairingState(const PairingState &) = delete;
  ~PairingState() { OPENSSL_cleanse(tk_.data(), tk_.size()); }

  bool passkey() noexcept {
    [[secret]] std::uint32_t key;
    if (ui_passkey(&key) != 0) {
      OPENSSL_cleanse(&key, sizeof key);
      return false;
    }
    tk_[0] = static_cast<std::uint8_t>(key);
    tk_[1] = static_cast<std::uint8_t>(key >> 8);
    tk_[2] = static_cast<std::uint8_t>(key >> 16);
    OPENSSL_cleanse(&key, sizeof key);
    return true;
  }

  bool passkeyPlain() noexcept {
    [[secret]] std::uint32_t key; // EXPECT: secret-missing-zeroization
    if (ui_passkey(&key) != 0)
      return false;
    tk_[0] = static_cast<std::uint8_t>(key);
    return true;
  }

  int confirm(std::array<std::uint8_t, 16> &out) const noexcept {
    return smp_confirm(tk_.data(), rnd_.data(), out.data());
  }

  int encrypt(int handle, const std::uint8_t *peerRnd) noexcept {
    std::uint8_t stk[16];
    int rc = smp_stk(tk_.data(), rnd_.data(), peerRnd, stk);
    if (rc == 0)
      rc = link_encrypt(handle, stk);
    OPENSSL_cleanse(stk, sizeof stk);
    return rc;
  }

  int encryptMemset(int handle, const std::uint8_t *peerRnd) noexcept {
    std::uint8_t stk[16];
    int rc = smp_stk(tk_.data(), rnd_.data(), peerRnd, stk);
    if (rc == 0)
      rc = link_encrypt(handle, stk);
    std::memset(stk, 0, sizeof stk); // EXPECT: secret-elidable-zeroization
    return rc;
  }

private:
  [[secret]] std::array<std::uint8_t, 16> tk_{};
  std::array<std::uint8_t, 16> rnd_{};
};

class LinkCache {
public:
  void remember(int handle) noexcept {
    handle_ = handle;
    hci_ltk(handle, ltk_);
  }
  int handle() const noexcept { return handle_; }

private:
  int handle_ = -1;
  [[secret]] std::uint8_t ltk_[16] = {}; // EXPECT: secret-missing-zeroization
};

int refresh(int handle) noexcept {
  std::uint8_t ltk[16];
  int rc = hci_ltk(handle, ltk);
  switch (rc) {
  case 0:
    rc = link_encrypt(handle, ltk);
    break;
  case 1:
    return 1; // EXPECT: secret-missing-zeroization
  default:
    break;
  }
  OPENSSL_cleanse(ltk, sizeof ltk);
  return rc;
}

int persist(const Bond &b) noexcept {
  char name[32];
  std::snprintf(name, sizeof name, "bond-%02x%02x", b.peer[0], b.peer[1]);
  return store_write(name, b.ltk.data(), b.ltk.size());
}

int persistRecord(const Bond &b) noexcept {
  std::uint8_t raw[40];
  std::memcpy(raw, b.peer.data(), 6);
  std::memcpy(raw + 6, b.ltk.data(), 16);
  std::memcpy(raw + 22, b.irk.data(), 16);
  int rc = store_write("bond", raw, 38);
  OPENSSL_cleanse(raw + 6, 16); // EXPECT: secret-partial-zeroization
  return rc;
}

void logBond(const Bond &b, bool verbose) {
  syslog(LOG_INFO, "bond %02x ediv %u", b.peer[0], b.ediv);
  if (verbose)
    syslog(LOG_DEBUG, "ltk %02x%02x", b.ltk[0], b.ltk[1]); // EXPECT: secret-exposure
}

void later(const Bond &b, std::vector<std::function<void()>> &jobs) {
  jobs.emplace_back([b] { persist(b); }); // EXPECT: secret-hidden-copy
  jobs.emplace_back([&b] { persist(b); });
  jobs.emplace_back([e = b.ediv] { syslog(LOG_INFO, "ediv %u", e); });
}

} // namespace gw
