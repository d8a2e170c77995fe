// Functions that return secrets as strings or views.
// CATEGORY: immutable
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

extern "C" {
int vault_read(const char *name, char *out, std::size_t n);
void OPENSSL_cleanse(void *p, std::size_t n);
}
[[secret]] std::string remoteToken(const char *name);
[[secret]] std::string_view remoteView(const char *name);
int send(std::string_view s) noexcept;

struct Wiper {
  void *p;
  std::size_t n;
  ~Wiper() { OPENSSL_cleanse(p, n); }
};

std::string read_item(const char *name) {
  [[secret]] char buf[64];
  Wiper w{buf, sizeof buf};
  vault_read(name, buf, sizeof buf);
  std::string s(buf); // EXPECT: secret-immutable-copy
  return s; // ALLOW: secret-hidden-copy, secret-immutable-copy
}

std::string as_string([[secret]] const char *pw) {
  return pw; // EXPECT: secret-immutable-copy
}

std::string as_string_explicit([[secret]] const char *pw, std::size_t n) {
  return std::string(pw, n); // EXPECT: secret-immutable-copy
}

std::string_view as_view([[secret]] const char *pw) { return pw; }

const char *as_pointer([[secret]] const char *pw) { return pw; }

std::string as_length([[secret]] const char *pw) { return std::to_string(std::strlen(pw)); }

std::string name_of(const char *name) { return name; }

int call_remote() {
  return send(remoteToken("api")); // EXPECT: secret-immutable-copy
}

int call_remote_view() { return send(remoteView("api")); }

class Item {
public:
  std::string text() const {
    return text_; // EXPECT: secret-immutable-copy
  }
  std::string_view view() const noexcept { return text_; }
  ~Item() { OPENSSL_cleanse(text_, sizeof text_); }

private:
  [[secret]] char text_[64] = {};
};
