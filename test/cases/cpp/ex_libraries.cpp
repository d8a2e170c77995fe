// Throwing constructors, allocation and noexcept between arrival and wipe.
// CATEGORY: exceptions
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
int c_log(const char *s);
void OPENSSL_cleanse(void *p, std::size_t n);
}
struct Parser {
  explicit Parser(const char *s);
  int run() const noexcept;
};
struct Quiet {
  explicit Quiet(const char *s) noexcept;
  int run() const noexcept;
};
int parseName(const char *s);

void allocates_between() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  auto *p = new int(3); // ALLOW: secret-missing-zeroization
  OPENSSL_cleanse(k, sizeof k);
  delete p;
}

void allocates_before() {
  auto *p = new int(3);
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  OPENSSL_cleanse(k, sizeof k);
  delete p;
}

int constructs_between() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  Parser p("x"); // EXPECT: secret-missing-zeroization
  OPENSSL_cleanse(k, sizeof k);
  return p.run();
}

int constructs_quiet() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  Quiet q("x");
  OPENSSL_cleanse(k, sizeof k);
  return q.run();
}

int first_of_two() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  int rc = parseName("a"); // EXPECT: secret-missing-zeroization
  rc += parseName("b");
  OPENSSL_cleanse(k, sizeof k);
  return rc;
}

int in_condition(bool on) {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  if (on && parseName("a") > 0) // EXPECT: secret-missing-zeroization
    c_log("named");
  OPENSSL_cleanse(k, sizeof k);
  return 0;
}

int wiped_before_call() {
  [[secret]] std::uint8_t k[32];
  kex(k, sizeof k);
  c_log("have");
  OPENSSL_cleanse(k, sizeof k);
  return parseName("a");
}

int in_loop(int n) {
  int rc = 0;
  for (int i = 0; i < n; ++i) {
    [[secret]] std::uint8_t k[32];
    kex(k, sizeof k);
    OPENSSL_cleanse(k, sizeof k);
    rc += parseName("turn");
  }
  return rc;
}

int on_one_branch(bool on) {
  [[secret]] std::uint8_t k[32];
  int rc = 0;
  if (on)
    kex(k, sizeof k);
  else
    rc = parseName("none");
  if (on)
    OPENSSL_cleanse(k, sizeof k);
  return rc;
}

class Filled {
public:
  Filled() {
    kex(key_, sizeof key_);
    parseName("ctor"); // ALLOW: secret-missing-zeroization
  }
  ~Filled() { OPENSSL_cleanse(key_, sizeof key_); }

private:
  [[secret]] std::uint8_t key_[32];
};
