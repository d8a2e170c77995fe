// A small-string class of one's own with growth and moves.
// CATEGORY: untagged
#include <cstddef>
#include <cstring>
#include <utility>

class Str {
public:
  Str() noexcept = default;
  Str(const char *s) { assign(s, std::strlen(s)); }
  Str(const Str &o) { assign(o.c_str(), o.n_); }
  Str(Str &&o) noexcept { swap(o); }
  Str &operator=(Str o) noexcept {
    swap(o);
    return *this;
  }
  ~Str() { release(); }

  void assign(const char *s, std::size_t n) {
    if (n >= sizeof buf_) {
      char *p = new char[n + 1];
      std::memcpy(p, s, n);
      p[n] = 0;
      release();
      big_ = p;
    } else {
      release();
      std::memcpy(buf_, s, n);
      buf_[n] = 0;
    }
    n_ = n;
  }
  const char *c_str() const noexcept { return big_ ? big_ : buf_; }
  std::size_t size() const noexcept { return n_; }
  void swap(Str &o) noexcept {
    std::swap(big_, o.big_);
    std::swap(n_, o.n_);
    char t[sizeof buf_];
    std::memcpy(t, buf_, sizeof t);
    std::memcpy(buf_, o.buf_, sizeof t);
    std::memcpy(o.buf_, t, sizeof t);
    std::memset(t, 0, sizeof t);
  }

private:
  void release() noexcept {
    delete[] big_;
    big_ = nullptr;
    std::memset(buf_, 0, 4);
  }
  char *big_ = nullptr;
  std::size_t n_ = 0;
  char buf_[16] = {};
};

std::size_t total(const Str *s, std::size_t n) {
  std::size_t t = 0;
  for (std::size_t i = 0; i < n; ++i) {
    Str copy = s[i];
    t += copy.size();
  }
  return t;
}
