// Strings built from secrets by construction, assignment and appending.
// CATEGORY: immutable
#include <cstddef>
#include <string>
#include <string_view>

int send(std::string_view s) noexcept;

int construct([[secret]] const char *tok) {
  std::string s(tok); // EXPECT: secret-immutable-copy
  return send(s);
}

int construct_sized([[secret]] const char *tok, std::size_t n) {
  const std::string s(tok, n); // EXPECT: secret-immutable-copy
  return send(s);
}

int construct_range([[secret]] const char *tok, std::size_t n) {
  std::string s(tok, tok + n); // EXPECT: secret-immutable-copy
  return send(s);
}

int construct_view([[secret]] std::string_view tok) {
  std::string s(tok); // EXPECT: secret-immutable-copy
  return send(s);
}

int assign([[secret]] const char *tok) {
  std::string s;
  s = tok; // EXPECT: secret-immutable-copy
  return send(s);
}

int assign_member([[secret]] const char *tok, std::size_t n) {
  std::string s;
  s.assign(tok, n); // EXPECT: secret-immutable-copy
  return send(s);
}

int append([[secret]] const char *tok) {
  std::string s = "Bearer ";
  s += tok; // EXPECT: secret-immutable-copy
  return send(s);
}

int append_member([[secret]] const char *tok) {
  std::string s = "Bearer ";
  s.append(tok); // EXPECT: secret-immutable-copy
  return send(s);
}

int plus([[secret]] const char *tok) {
  return send(std::string("Bearer ") + tok); // EXPECT: secret-immutable-copy
}

int plus_public(const char *user, [[secret]] const char *tok) {
  return send(std::string("user ") + user) + (tok ? 1 : 0);
}

int temporary([[secret]] const char *tok) {
  return send(std::string(tok)); // EXPECT: secret-immutable-copy
}

int view_only([[secret]] const char *tok) {
  std::string_view v(tok);
  return send(v) + send(tok);
}

int mask([[secret]] const char *tok) {
  std::string stars(std::char_traits<char>::length(tok), '*');
  return send(stars);
}

int choose([[secret]] const char *tok) {
  std::string s = tok[0] ? "set" : "empty";
  return send(s);
}
