// Models a credential cache that replaces what its owners hold.
// CATEGORY: raii
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

extern "C" {
int cache_load(void *p, std::size_t n) noexcept;
void explicit_bzero(void *p, std::size_t n) noexcept;
}

struct Clearing {
  void operator()(unsigned char *p) const noexcept {
    explicit_bzero(p, 32);
    delete[] p;
  }
};
using Held = std::unique_ptr<unsigned char[], Clearing>;
using Plain = std::unique_ptr<unsigned char[]>;

struct Clean {
  unsigned char k[32];
  ~Clean() { explicit_bzero(k, sizeof k); }
  void set(const unsigned char *p) noexcept { std::memcpy(k, p, sizeof k); }
};

void reset_clears([[secret]] const unsigned char *k) {
  Held b(new unsigned char[32]);
  std::memcpy(b.get(), k, 32);
  b.reset();
}

void assigned_over([[secret]] const unsigned char *k) {
  Held b(new unsigned char[32]);
  std::memcpy(b.get(), k, 32);
  b = Held(new unsigned char[32]);
}

void assigned_null([[secret]] const unsigned char *k) {
  Held b(new unsigned char[32]);
  std::memcpy(b.get(), k, 32);
  b = nullptr;
}

void reset_leaks([[secret]] const unsigned char *k) {
  Plain b(new unsigned char[32]); // EXPECT: secret-missing-zeroization
  std::memcpy(b.get(), k, 32);
  b.reset();
}

void pointee_clears([[secret]] const unsigned char *k) {
  auto c = std::make_unique<Clean>();
  c->set(k);
  c.reset();
}

void shared_pointee_clears([[secret]] const unsigned char *k) {
  auto c = std::make_shared<Clean>();
  c->set(k);
  c = std::make_shared<Clean>();
}

void elements_clear([[secret]] const unsigned char *k) {
  std::vector<Clean> v(2);
  v[0].set(k);
  v = std::vector<Clean>();
}

class Flagged {
public:
  ~Flagged() {
    if (loaded_)
      explicit_bzero(k_, sizeof k_);
  }

private:
  bool loaded_ = false;
  [[secret]] unsigned char k_[32];
};

class Closing {
public:
  ~Closing() { close(); }
  void close() noexcept {
    if (!open_)
      return;
    open_ = false;
    explicit_bzero(k_, sizeof k_);
  }

private:
  bool open_ = false;
  [[secret]] unsigned char k_[32];
};

class Forgetful {
public:
  ~Forgetful() {
    if (loaded_)
      cache_load(k_, 0);
  }

private:
  bool loaded_ = false;
  [[secret]] unsigned char k_[32]; // EXPECT: secret-missing-zeroization
};

struct Record {
  std::string name;
  std::vector<unsigned char> key;
};
struct Flat {
  std::string name;
  unsigned char key[32];
};
void store(Record r) noexcept;

Record moved_out([[secret]] const unsigned char *k) {
  Record r;
  r.key.assign(k, k + 32);
  return r;
}

Record made_there([[secret]] const unsigned char *k) {
  return Record{"a", std::vector<unsigned char>(k, k + 32)};
}

void moved_in([[secret]] const unsigned char *k) {
  Record r;
  r.key.assign(k, k + 32);
  store(std::move(r));
}

Flat copied_out([[secret]] const unsigned char *k) {
  Flat f;
  std::memcpy(f.key, k, sizeof f.key);
  return f; // EXPECT: secret-hidden-copy
}

void kept(std::vector<std::unique_ptr<unsigned char[]>> &out) {
  [[secret]] auto p = std::make_unique<unsigned char[]>(32);
  cache_load(p.get(), 32);
  out.push_back(std::move(p));
}
