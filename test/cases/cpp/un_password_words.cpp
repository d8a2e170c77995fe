// Code whose names say password and key but whose data nobody tagged.
// CATEGORY: untagged
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

class PasswordPolicy {
public:
  explicit PasswordPolicy(int minLength) : minLength_(minLength) {}
  bool accepts(const std::string &password) const {
    if (static_cast<int>(password.size()) < minLength_)
      throw std::invalid_argument("password too short: " + password);
    return password.find("123") == std::string::npos;
  }

private:
  int minLength_;
};

class KeyIndex {
public:
  void add(std::string key, int value) { map_[std::move(key)] = value; }
  std::string secretReport() const {
    std::ostringstream os;
    for (const auto &[key, value] : map_)
      os << key << '=' << value << '\n';
    return os.str();
  }

private:
  std::map<std::string, int> map_;
};

int loadTokens(const char *path, std::vector<std::string> &tokens) {
  std::ifstream in(path);
  std::string token;
  while (in >> token)
    tokens.push_back(token);
  return static_cast<int>(tokens.size());
}

void exportKeys(const KeyIndex &k) {
  std::string text = k.secretReport();
  std::cout << text;
  std::fputs(text.c_str(), stderr);
  setenv("KEYS", text.c_str(), 1);
}

int scratch(const char *pin) {
  static char last_pin[8];
  char secret[8];
  std::strncpy(last_pin, pin, sizeof last_pin - 1);
  std::strncpy(secret, last_pin, sizeof secret - 1);
  std::memset(secret, 0, sizeof secret - 4);
  return last_pin[0];
}

const char *defaultPassword() { return "changeit"; }
