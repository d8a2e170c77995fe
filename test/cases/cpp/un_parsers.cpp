// A JSON-like tokenizer and a CSV writer.
// CATEGORY: untagged
#include <cctype>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct Token {
  enum class Kind { Word, Number, Text, Punct, End } kind;
  std::string text;
};

class Lexer {
public:
  explicit Lexer(std::string_view s) : s_(s) {}
  Token next() {
    while (at_ < s_.size() && std::isspace(static_cast<unsigned char>(s_[at_])))
      ++at_;
    if (at_ == s_.size())
      return {Token::Kind::End, ""};
    char c = s_[at_];
    if (c == '"')
      return quoted();
    if (std::isdigit(static_cast<unsigned char>(c)))
      return run(Token::Kind::Number, [](unsigned char ch) { return std::isdigit(ch) != 0; });
    if (std::isalpha(static_cast<unsigned char>(c)))
      return run(Token::Kind::Word, [](unsigned char ch) { return std::isalnum(ch) != 0; });
    return {Token::Kind::Punct, std::string(1, s_[at_++])};
  }

private:
  template <class P> Token run(Token::Kind k, P p) {
    std::size_t from = at_;
    while (at_ < s_.size() && p(static_cast<unsigned char>(s_[at_])))
      ++at_;
    return {k, std::string(s_.substr(from, at_ - from))};
  }
  Token quoted() {
    std::string out;
    for (++at_; at_ < s_.size() && s_[at_] != '"'; ++at_) {
      if (s_[at_] == '\\' && at_ + 1 < s_.size())
        ++at_;
      out += s_[at_];
    }
    if (at_ == s_.size())
      throw std::runtime_error("open text: " + out);
    ++at_;
    return {Token::Kind::Text, std::move(out)};
  }
  std::string_view s_;
  std::size_t at_ = 0;
};

std::map<std::string, std::string> pairs(std::string_view s) {
  std::map<std::string, std::string> m;
  Lexer lex(s);
  for (Token k = lex.next(); k.kind != Token::Kind::End; k = lex.next()) {
    Token sep = lex.next();
    Token v = lex.next();
    if (sep.text != ":")
      throw std::runtime_error("expected ':' after " + k.text);
    m[k.text] = v.text;
  }
  return m;
}

void writeCsv(const char *path, const std::vector<std::pair<std::string, int>> &rows) {
  std::ofstream f(path);
  char buf[64];
  for (const auto &[name, n] : rows) {
    std::snprintf(buf, sizeof buf, "%.40s,%d", name.c_str(), n);
    f << buf << '\n';
    std::memset(buf, 0, sizeof buf);
  }
}
