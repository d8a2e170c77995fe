// Classes with secret fields and destructors that wipe all, one or none of them.
// CATEGORY: classes
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

extern "C" {
int fuse(std::uint8_t *p, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}

class NoDestructor {
public:
  NoDestructor() { fuse(key_, sizeof key_); }

private:
  [[secret]] std::uint8_t key_[32]; // EXPECT: secret-missing-zeroization
};

class EmptyDestructor {
public:
  EmptyDestructor() { fuse(key_, sizeof key_); }
  ~EmptyDestructor() {}

private:
  [[secret]] std::uint8_t key_[32]; // EXPECT: secret-missing-zeroization
};

class Wipes {
public:
  Wipes() { fuse(key_, sizeof key_); }
  Wipes(const Wipes &) = delete;
  ~Wipes() { OPENSSL_cleanse(key_, sizeof key_); }

private:
  [[secret]] std::uint8_t key_[32];
};

class WipesOne {
public:
  WipesOne() { fuse(a_, sizeof a_), fuse(b_, sizeof b_); }
  ~WipesOne() { OPENSSL_cleanse(a_, sizeof a_); }

private:
  [[secret]] std::uint8_t a_[16];
  [[secret]] std::uint8_t b_[16]; // EXPECT: secret-missing-zeroization
};

class MemsetOnly {
public:
  MemsetOnly() { fuse(key_, sizeof key_); }
  ~MemsetOnly() {
    std::memset(key_, 0, sizeof key_); // EXPECT: secret-elidable-zeroization
  }

private:
  [[secret]] std::uint8_t key_[32];
};

class ShortWipe {
public:
  ShortWipe() { fuse(key_, sizeof key_); }
  ~ShortWipe() {
    OPENSSL_cleanse(key_, 8); // EXPECT: secret-partial-zeroization
  }

private:
  [[secret]] std::uint8_t key_[32];
};

class ArrayField {
public:
  ArrayField() { fuse(key_.data(), key_.size()); }
  ~ArrayField() { OPENSSL_cleanse(key_.data(), key_.size()); }

private:
  [[secret]] std::array<std::uint8_t, 32> key_;
};

class ArrayFill {
public:
  ArrayFill() { fuse(key_.data(), key_.size()); }
  ~ArrayFill() {
    key_.fill(0); // EXPECT: secret-elidable-zeroization
  }

private:
  [[secret]] std::array<std::uint8_t, 32> key_;
};

class PublicField {
public:
  PublicField() { fuse(id_, sizeof id_); }

private:
  std::uint8_t id_[32];
};

class OutOfLine {
public:
  OutOfLine();
  ~OutOfLine();

private:
  [[secret]] std::uint8_t key_[32];
};

OutOfLine::OutOfLine() { fuse(key_, sizeof key_); }
OutOfLine::~OutOfLine() { OPENSSL_cleanse(key_, sizeof key_); }
