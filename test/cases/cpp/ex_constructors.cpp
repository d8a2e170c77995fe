// Constructors that throw once a field holds a secret.
// CATEGORY: exceptions
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

extern "C" {
int kex(std::uint8_t *out, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
void connect(const std::string &host);
void logEvent(const char *text) noexcept;

// The handshake fails after the key has arrived.
class Session {
public:
  explicit Session(const std::string &host) {
    kex(key_, sizeof key_);
    connect(host); // EXPECT: secret-missing-zeroization
  }
  Session(const Session &) = delete;
  ~Session() { OPENSSL_cleanse(key_, sizeof key_); }

private:
  [[secret]] std::uint8_t key_[32];
};

class ConnectsFirst {
public:
  explicit ConnectsFirst(const std::string &host) {
    connect(host);
    kex(key_, sizeof key_);
    logEvent("ready");
  }
  ConnectsFirst(const ConnectsFirst &) = delete;
  ~ConnectsFirst() { OPENSSL_cleanse(key_, sizeof key_); }

private:
  [[secret]] std::uint8_t key_[32];
};

// Out of line, with a check of what arrived.
class Pin {
public:
  explicit Pin(std::size_t digits);
  Pin(const Pin &) = delete;
  ~Pin();

private:
  [[secret]] std::array<std::uint8_t, 16> text_;
};

Pin::Pin(std::size_t digits) {
  kex(text_.data(), digits);
  if (text_[0] == 0)
    throw std::invalid_argument("pin"); // EXPECT: secret-missing-zeroization
}

Pin::~Pin() { OPENSSL_cleanse(text_.data(), text_.size()); }

class CheckedPin {
public:
  explicit CheckedPin(std::size_t digits);
  CheckedPin(const CheckedPin &) = delete;
  ~CheckedPin();

private:
  [[secret]] std::array<std::uint8_t, 16> text_;
};

CheckedPin::CheckedPin(std::size_t digits) {
  kex(text_.data(), digits);
  if (text_[0] == 0) {
    OPENSSL_cleanse(text_.data(), text_.size());
    throw std::invalid_argument("pin");
  }
}

CheckedPin::~CheckedPin() { OPENSSL_cleanse(text_.data(), text_.size()); }

// What is thrown past it is caught, wiped, and thrown on.
class Careful {
public:
  explicit Careful(const std::string &host) {
    kex(key_, sizeof key_);
    try {
      connect(host);
    } catch (...) {
      OPENSSL_cleanse(key_, sizeof key_);
      throw;
    }
  }
  Careful(const Careful &) = delete;
  ~Careful() { OPENSSL_cleanse(key_, sizeof key_); }

private:
  [[secret]] std::uint8_t key_[32];
};

// The member zeroizes itself, and is complete.
class Key {
public:
  Key() { kex(bytes_, sizeof bytes_); }
  Key(const Key &) = delete;
  ~Key() { OPENSSL_cleanse(bytes_, sizeof bytes_); }

private:
  [[secret]] std::uint8_t bytes_[32];
};

class Composed {
public:
  explicit Composed(const std::string &host) { connect(host); }
  Composed(const Composed &) = delete;
  ~Composed() { logEvent("closed"); }

private:
  Key key_;
};

// The object is complete as soon as the other constructor is done.
class Delegating {
public:
  explicit Delegating(const std::string &host) : Delegating() { connect(host); }
  Delegating(const Delegating &) = delete;
  ~Delegating() { OPENSSL_cleanse(key_, sizeof key_); }

private:
  Delegating() noexcept { kex(key_, sizeof key_); }
  [[secret]] std::uint8_t key_[32];
};

// A vector gives its block back as it is.
class Buffer {
public:
  explicit Buffer(const std::string &host) : bytes_(64) {
    kex(bytes_.data(), bytes_.size());
    connect(host); // EXPECT: secret-missing-zeroization
  }
  Buffer(const Buffer &) = delete;
  ~Buffer() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }

private:
  [[secret]] std::vector<std::uint8_t> bytes_;
};

// Nobody has the block any more.
class Block {
public:
  explicit Block(const std::string &host) : bytes_(new std::uint8_t[64]) {
    kex(bytes_, 64);
    connect(host); // EXPECT: secret-missing-zeroization
  }
  Block(const Block &) = delete;
  ~Block() {
    OPENSSL_cleanse(bytes_, 64);
    delete[] bytes_;
  }

private:
  [[secret]] std::uint8_t *bytes_;
};

struct Wiper {
  void operator()(std::uint8_t *p) const noexcept {
    OPENSSL_cleanse(p, 64);
    delete[] p;
  }
};

class Owned {
public:
  explicit Owned(const std::string &host) : bytes_(new std::uint8_t[64]) {
    kex(bytes_.get(), 64);
    connect(host);
  }
  Owned(const Owned &) = delete;
  ~Owned() { logEvent("closed"); }

private:
  [[secret]] std::unique_ptr<std::uint8_t[], Wiper> bytes_;
};

void uses(const std::string &host) {
  Session a(host);
  ConnectsFirst b(host);
  Pin c(4);
  CheckedPin d(4);
  Careful e(host);
  Composed f(host);
  Delegating g(host);
  Buffer h(host);
  Block i(host);
  Owned j(host);
}
