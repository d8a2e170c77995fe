// Passwords in std::string and views.
// CATEGORY: application
#include <cstddef>
#include <cstring>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

extern "C" {
void explicit_bzero(void *p, std::size_t n);
int login(const char *user, [[secret]] const char *pass) noexcept;
int prompt([[secret]] char *out, std::size_t n) noexcept;
}

bool ask(const std::string &user) {
  [[secret]] std::string pass; // EXPECT: secret-immutable-copy
  std::getline(std::cin, pass); // ALLOW: secret-hidden-copy
  return login(user.c_str(), pass.c_str()) == 0;
}

bool ask_buffer(const std::string &user) {
  [[secret]] char pass[128];
  prompt(pass, sizeof pass);
  bool ok = login(user.c_str(), pass) == 0;
  explicit_bzero(pass, sizeof pass);
  return ok;
}

std::string url(const std::string &user) {
  [[secret]] char pass[128];
  prompt(pass, sizeof pass);
  std::string out = "https://" + user + ":"; // EXPECT: secret-missing-zeroization
  out += pass; // EXPECT: secret-immutable-copy
  explicit_bzero(pass, sizeof pass);
  return out; // ALLOW: secret-immutable-copy, secret-hidden-copy
}

std::string user_url(const std::string &user) {
  std::string out = "https://" + user;
  out += "@host";
  return out;
}

bool by_view([[secret]] std::string_view pass) { return pass.size() > 8 && pass[0] != ' '; }

bool by_view_copies([[secret]] std::string_view pass) {
  std::string copy(pass); // EXPECT: secret-immutable-copy
  return copy.size() > 8;
}

void debug([[secret]] const char *pass) {
  std::cerr << "password " << pass << '\n'; // EXPECT: secret-exposure
}

void debug_length([[secret]] const char *pass) { std::cerr << "password of " << std::strlen(pass) << '\n'; }

void build([[secret]] const char *pass) {
  std::ostringstream s;
  s << "user=" << "root" << " pass=" << pass; // EXPECT: secret-immutable-copy
}

bool by_value([[secret]] std::string pass) { // EXPECT: secret-immutable-copy
  return pass.empty();
}

bool by_reference([[secret]] const std::string &pass) { return pass.empty(); }

struct Account {
  std::string name;
  [[secret]] std::string pass; // EXPECT: secret-immutable-copy
};
