// The same reports with every implementation of the standard library.
#include <algorithm>
#include <array>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#define SECRET __attribute__((annotate("secret")))
extern "C" int fill(SECRET void *key);
extern "C" int use(const void *key);
extern "C" void explicit_bzero(void *p, size_t n);

struct block {
  unsigned char bytes[16];
};
void work(const block &b) noexcept;

void vector_never() {
  std::vector<unsigned char> key(32); // EXPECT: secret-missing-zeroization
  fill(key.data());
}

void vector_wiped() {
  std::vector<unsigned char> key(32);
  fill(key.data());
  explicit_bzero(key.data(), key.size());
}

void vector_filled() {
  std::vector<unsigned char> key(32);
  fill(key.data());
  std::fill(key.begin(), key.end(), 0); // EXPECT: secret-elidable-zeroization
}

void vector_grows() noexcept {
  std::vector<unsigned char> key(32);
  fill(key.data());
  key.push_back(1); // EXPECT: secret-hidden-copy
  explicit_bzero(key.data(), key.size());
}

void vector_moved(std::vector<unsigned char> &out) {
  std::vector<unsigned char> key(32);
  fill(key.data());
  out = std::move(key);
}

void array_never() {
  std::array<unsigned char, 32> key; // EXPECT: secret-missing-zeroization
  fill(key.data());
}

void array_filled() {
  std::array<unsigned char, 32> key;
  fill(key.data());
  key.fill(0); // EXPECT: secret-elidable-zeroization
}

void array_ranges() {
  std::array<unsigned char, 32> key;
  fill(key.data());
  std::ranges::fill(key, 0); // EXPECT: secret-elidable-zeroization
}

void array_half() {
  std::array<unsigned char, 32> key;
  fill(key.data());
  explicit_bzero(key.data(), key.size() / 2); // EXPECT: secret-partial-zeroization
}

void deque_filled() {
  std::deque<unsigned char> key(32);
  fill(&key.front());
  std::fill(key.begin(), key.end(), 0); // EXPECT: secret-elidable-zeroization
}

void optional_never() {
  std::optional<block> key; // EXPECT: secret-missing-zeroization
  key.emplace();
  fill(key->bytes);
}

void optional_wiped() {
  std::optional<block> key;
  key.emplace();
  fill(key->bytes);
  explicit_bzero(&*key, sizeof(*key));
}

void pair_never() {
  std::pair<int, block> entry; // EXPECT: secret-missing-zeroization
  fill(entry.second.bytes);
}

void owner_never() {
  auto key = std::make_unique<unsigned char[]>(32); // EXPECT: secret-missing-zeroization
  fill(key.get());
}

void owner_wiped() {
  auto key = std::make_unique<unsigned char[]>(32);
  fill(key.get());
  explicit_bzero(key.get(), 32);
}

std::unique_ptr<unsigned char[]> owner_returned() {
  auto key = std::make_unique<unsigned char[]>(32);
  fill(key.get());
  return key;
}

void shared_never() {
  auto key = std::make_shared<block>(); // EXPECT: secret-missing-zeroization
  fill(key->bytes);
}

void span_wiped() {
  unsigned char room[32];
  std::span<unsigned char> key(room);
  fill(key.data());
  explicit_bzero(key.data(), key.size());
}

void strings(SECRET const char *pin, const char *name) {
  std::string a(pin); // EXPECT: secret-immutable-copy
  std::string b(name);
  b += pin; // EXPECT: secret-immutable-copy
  b.append(name);
}

void string_view(SECRET const char *pin) {
  std::string_view view(pin);
  use(view.data());
}

void string_stream(SECRET const char *pin, const char *name) {
  std::ostringstream out;
  out << name;
  out << pin; // EXPECT: secret-immutable-copy
}

void path(SECRET const char *token, const char *folder) {
  std::filesystem::path p(token); // EXPECT: secret-immutable-copy
  std::filesystem::path q(folder);
}

void bound(SECRET const block &key) {
  auto later = std::bind(work, key); // EXPECT: secret-hidden-copy
  later();
}

void in_thread(SECRET const block &key) {
  std::thread t(work, key); // EXPECT: secret-hidden-copy
  t.join();
}

void shown(SECRET const char *pin, const char *name) {
  std::cout << name;
  std::cout << pin; // EXPECT: secret-exposure
}

void said(SECRET const char *pin) {
  throw std::runtime_error(pin); // EXPECT: secret-exposure
}

void from_file(const char *name) {
  SECRET char pin[16];
  std::ifstream in(name);
  in.read(pin, sizeof(pin)); // EXPECT: secret-hidden-copy
  explicit_bzero(pin, sizeof(pin));
}

template <typename T> struct wiping_allocator {
  using value_type = T;
  wiping_allocator() noexcept = default;
  template <typename U> wiping_allocator(const wiping_allocator<U> &) noexcept {}
  T *allocate(size_t count) {
    return static_cast<T *>(::operator new(count * sizeof(T)));
  }
  void deallocate(T *p, size_t count) noexcept {
    explicit_bzero(p, count * sizeof(T));
    ::operator delete(p);
  }
  bool operator==(const wiping_allocator &) const noexcept { return true; }
};

void own_allocator() {
  std::vector<unsigned char, wiping_allocator<unsigned char>> key(32);
  fill(key.data());
}
