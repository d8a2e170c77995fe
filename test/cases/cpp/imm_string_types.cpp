// Tagged variables, parameters and fields of std::string.
// CATEGORY: immutable
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

bool verify(std::string_view pw) noexcept;
void take(const std::string &s) noexcept;

class Profile {
public:
  bool check() const noexcept { return verify(password_); }

private:
  std::string user_;
  [[secret]] std::string password_; // EXPECT: secret-immutable-copy
};

class ViewProfile {
public:
  explicit ViewProfile(std::string_view pw) noexcept : password_(pw) {}
  bool check() const noexcept { return verify(password_); }

private:
  [[secret]] std::string_view password_;
};

bool local(const char *from) {
  [[secret]] std::string pw = from; // EXPECT: secret-immutable-copy
  pw += "!";
  return verify(pw);
}

bool by_value([[secret]] std::string pw) { // EXPECT: secret-immutable-copy
  return verify(pw);
}

bool by_reference([[secret]] const std::string &pw) { return verify(pw); }

bool by_pointer([[secret]] const std::string *pw) { return verify(*pw); }

bool by_view([[secret]] std::string_view pw) { return verify(pw); }

bool untagged(const char *from) {
  std::string name = from;
  name += "!";
  return verify(name);
}

bool copy_of_reference([[secret]] const std::string &pw) {
  std::string mine = pw; // EXPECT: secret-immutable-copy
  return verify(mine);
}

bool view_of_reference([[secret]] const std::string &pw) {
  std::string_view v = pw;
  return verify(v.substr(1));
}

std::size_t length_of([[secret]] const std::string &pw) {
  std::string text = std::to_string(pw.size());
  take(text);
  return pw.length();
}
