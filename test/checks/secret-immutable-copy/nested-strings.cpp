// A string inside something else: in a container, a pair, a record. One report,
// where the secret becomes a string; none for what holds it.
// RUN: %expect %s -- -std=c++17
#include <map>
#include <string>
#include <string_view>
#include <vector>
#define SECRET __attribute__((annotate("secret")))
#include <optional>
void holder1(SECRET const char *tok) {
  std::map<std::string, std::string> m;
  m["t"] = tok; // EXPECT: secret-immutable-copy
}
void holder2(SECRET const char *tok) {
  std::vector<std::string> m;
  m.push_back(tok); // EXPECT: secret-immutable-copy
}
void holder3(SECRET const char *tok) {
  std::map<std::string, std::string> m;
  m.emplace("a", tok); // EXPECT: secret-immutable-copy
}
void holder4(SECRET const char *tok) {
  std::map<std::string, std::string> m;
  m.insert({"a", tok}); // EXPECT: secret-immutable-copy
}
void holder5(SECRET const char *tok) {
  std::vector<std::string> v(3);
  v[0] = tok; // EXPECT: secret-immutable-copy
}
void holder6(SECRET const char *tok) {
  std::optional<std::string> v;
  v = tok; // EXPECT: secret-immutable-copy
}
struct S { int a; std::string s; };
void holder7(SECRET const char *tok) {
  S x;
  x.s = tok; // EXPECT: secret-immutable-copy
}
void holder8(SECRET const char *tok) {
  std::vector<S> x;
  x.push_back({1, tok}); // EXPECT: secret-immutable-copy
}
void view(SECRET std::string_view v) {
  std::string s{v}; // EXPECT: secret-immutable-copy
  std::string_view part = v.substr(1);
}
// Nothing is secret here.
void untagged(const char *tok) {
  std::map<std::string, std::string> m;
  m["t"] = tok;
  m.emplace("a", tok);
}
