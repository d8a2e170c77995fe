// Realistic module: a backup agent with repositories, retries and key slots.
// CATEGORY: module
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

extern "C" {
void sodium_memzero(void *p, std::size_t n);
int slot_unlock(int slot, const char *pass, [[secret]] std::uint8_t *key);
int pass_read(const char *prompt, [[secret]] char *out, std::size_t cap);
int chunk_seal([[secret]] const std::uint8_t *key, const std::uint8_t *in, std::size_t n,
               [[clang::annotate("public")]] std::uint8_t *out);
int repo_put(const char *name, const std::uint8_t *p, std::size_t n);
}

namespace backup {

constexpr std::size_t kKey = 32;
using RepoKey [[secret]] = std::array<std::uint8_t, kKey>;
void putChunk(const std::string &name, std::span<const std::uint8_t> data);
int useKey(const RepoKey &k) noexcept;

struct Slot {
  int id = 0;
  std::string label;
  std::array<std::uint8_t, 48> wrapped{};
};

class Keyholder {
public:
  Keyholder() noexcept = default;
  Keyholder(const Keyholder &) = delete;
  ~Keyholder() { sodium_memzero(key_.data(), key_.size()); }

  bool open(int slot) noexcept {
    [[secret]] char pass[128];
    bool ok = pass_read("Passphrase: ", pass, sizeof pass) >= 0 && slot_unlock(slot, pass, key_.data()) == 0;
    sodium_memzero(pass, sizeof pass);
    return ok;
  }

  bool openAny(const std::vector<Slot> &slots) noexcept {
    [[secret]] char pass[128];
    if (pass_read("Passphrase: ", pass, sizeof pass) < 0) {
      sodium_memzero(pass, sizeof pass);
      return false;
    }
    for (const auto &s : slots)
      if (slot_unlock(s.id, pass, key_.data()) == 0)
        return true; // EXPECT: secret-missing-zeroization
    sodium_memzero(pass, sizeof pass);
    return false;
  }

  bool openRetry(int slot, int tries) noexcept {
    bool ok = false;
    while (!ok && tries-- > 0) {
      [[secret]] char pass[128];
      ok = pass_read("Passphrase: ", pass, sizeof pass) >= 0 && slot_unlock(slot, pass, key_.data()) == 0;
      sodium_memzero(pass, sizeof pass);
    }
    return ok;
  }

  const RepoKey &key() const noexcept { return key_; }

private:
  RepoKey key_{};
};

class Writer {
public:
  Writer(const Keyholder &k, std::string prefix) : k_(k), prefix_(std::move(prefix)) {}

  void write(std::span<const std::uint8_t> in) {
    std::vector<std::uint8_t> ct(in.size() + 16);
    if (chunk_seal(k_.key().data(), in.data(), in.size(), ct.data()) != 0)
      throw std::runtime_error("cannot seal " + prefix_);
    putChunk(prefix_ + std::to_string(n_++), ct);
  }

  std::size_t chunks() const noexcept { return n_; }

private:
  const Keyholder &k_;
  std::string prefix_;
  std::size_t n_ = 0;
};

int rotate(int slot) noexcept {
  RepoKey old; // EXPECT: secret-missing-zeroization
  if (slot_unlock(slot, "", old.data()) != 0)
    return -1;
  return useKey(old);
}

int rotateClean(int slot) noexcept {
  RepoKey old;
  int rc = slot_unlock(slot, "", old.data());
  if (rc == 0)
    rc = useKey(old);
  sodium_memzero(old.data(), old.size());
  return rc;
}

int rotateFill(int slot) noexcept {
  RepoKey old;
  int rc = slot_unlock(slot, "", old.data());
  if (rc == 0)
    rc = useKey(old);
  old.fill(0); // EXPECT: secret-elidable-zeroization
  return rc;
}

int rotateHeap(int slot) noexcept {
  [[secret]] auto *k = static_cast<std::uint8_t *>(std::malloc(kKey));
  if (!k)
    return -1;
  int rc = slot_unlock(slot, "", k);
  if (rc != 0) {
    std::free(k); // EXPECT: secret-missing-zeroization
    return rc;
  }
  sodium_memzero(k, kKey);
  std::free(k);
  return 0;
}

void inBackground(const RepoKey &key) {
  std::thread t([key] { useKey(key); }); // EXPECT: secret-hidden-copy
  t.join();
}

void inBackgroundReference(const RepoKey &key) {
  std::thread t([&key] { useKey(key); });
  t.join();
}

int saveKey(const RepoKey &key) noexcept {
  std::uint8_t padded[64] = {};
  std::copy(key.begin(), key.end(), padded);
  int rc = repo_put("key", padded, sizeof padded);
  sodium_memzero(padded, sizeof padded);
  return rc;
}

void printKey(const RepoKey &key) {
  std::cout << "key has " << key.size() << " bytes\n";
  for (auto b : key)
    std::printf("%02x", b); // EXPECT: secret-exposure
  std::puts("");
}

std::optional<int> chooseSlot(const std::vector<Slot> &slots, std::string_view label) {
  auto it = std::find_if(slots.begin(), slots.end(), [&](const Slot &s) { return s.label == label; });
  if (it == slots.end())
    return std::nullopt;
  return it->id;
}

void saveSlots(const char *path, const std::vector<Slot> &slots) {
  std::ofstream f(path, std::ios::binary);
  for (const auto &s : slots)
    f.write(reinterpret_cast<const char *>(s.wrapped.data()), static_cast<std::streamsize>(s.wrapped.size()));
}

} // namespace backup
