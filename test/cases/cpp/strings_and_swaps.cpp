// Models a wallet with strings that zeroize themselves, and formatted output.
// CATEGORY: containers
#include <cstddef>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

extern "C" {
int seed_load(void *p, std::size_t n) noexcept;
void explicit_bzero(void *p, std::size_t n) noexcept;
}
namespace fmt {
template <class... A> std::string format(const char *f, const A &...a);
template <class... A> void print(const char *f, A &&...a);
}

template <class T> struct Zeroizing {
  using value_type = T;
  Zeroizing() = default;
  template <class U> Zeroizing(const Zeroizing<U> &) noexcept {}
  T *allocate(std::size_t n) { return static_cast<T *>(::operator new(n * sizeof(T))); }
  void deallocate(T *p, std::size_t n) noexcept {
    explicit_bzero(p, n * sizeof(T));
    ::operator delete(p);
  }
  friend bool operator==(const Zeroizing &, const Zeroizing &) { return true; }
  friend bool operator!=(const Zeroizing &, const Zeroizing &) { return false; }
};
using SecureString = std::basic_string<char, std::char_traits<char>, Zeroizing<char>>;
using Bytes = std::vector<unsigned char>;

std::size_t keeps([[secret]] const char *phrase) {
  SecureString s(phrase);
  s += phrase;
  return s.size();
}

std::size_t keeps_plainly([[secret]] const char *phrase) {
  std::string s(phrase); // EXPECT: secret-immutable-copy
  return s.size();
}

struct Entry {
  [[secret]] SecureString phrase;
  int id;
};

struct PlainEntry {
  [[secret]] std::string phrase; // EXPECT: secret-immutable-copy
  int id;
};

std::size_t joins([[secret]] const SecureString &a) {
  SecureString both = a + a;
  return both.size();
}

void swapped() {
  [[secret]] Bytes a(16);
  Bytes b;
  seed_load(a.data(), a.size());
  std::swap(a, b);
  explicit_bzero(b.data(), b.size());
}

void swapped_by_method() {
  [[secret]] Bytes a(16);
  Bytes b;
  seed_load(a.data(), a.size());
  a.swap(b);
  explicit_bzero(b.data(), b.size());
}

void cleared_the_wrong_one() {
  [[secret]] Bytes a(16);
  Bytes b; // EXPECT: secret-missing-zeroization
  seed_load(a.data(), a.size());
  a.swap(b);
  explicit_bzero(a.data(), a.size());
}

std::size_t formatted([[secret]] const char *phrase, const char *name) {
  std::string user = fmt::format("user {}", name);
  std::string s = fmt::format("phrase {}", phrase); // EXPECT: secret-immutable-copy
  return s.size() + user.size();
}

void printed([[secret]] std::string_view phrase) {
  fmt::print("{} characters", phrase.size());
  fmt::print("phrase {}", phrase); // EXPECT: secret-exposure
}
