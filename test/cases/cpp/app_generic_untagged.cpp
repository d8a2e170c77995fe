// Ordinary C++ without secrets: containers, strings, streams, guards.
// CATEGORY: untagged
#include <algorithm>
#include <cstring>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace app {
struct Row {
  std::string key;
  std::vector<unsigned char> value;
  unsigned char digest[32];
};

class Table {
public:
  void add(Row r) { rows_.push_back(std::move(r)); }
  const Row *find(const std::string &key) const {
    auto it = std::find_if(rows_.begin(), rows_.end(), [&](const Row &r) { return r.key == key; });
    return it == rows_.end() ? nullptr : &*it;
  }
  std::vector<unsigned char> value(const std::string &key) const {
    const Row *r = find(key);
    return r ? r->value : std::vector<unsigned char>();
  }
  void clear() {
    for (auto &r : rows_)
      std::memset(r.digest, 0, sizeof r.digest);
    rows_.clear();
  }
  void print(std::ostream &out) const {
    for (const auto &r : rows_)
      out << r.key << '=' << r.value.size() << '\n';
  }

private:
  std::vector<Row> rows_;
  std::map<std::string, int> index_;
};

class Lock {
public:
  explicit Lock(int &depth) : depth_(depth) { ++depth_; }
  ~Lock() { --depth_; }

private:
  int &depth_;
};

std::string read(const char *path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void zero(std::span<unsigned char> s) { std::memset(s.data(), 0, s.size() / 2); }

int run(const char *path) {
  int depth = 0;
  Lock l(depth);
  unsigned char buf[64];
  std::fill(std::begin(buf), std::end(buf), 0);
  zero(std::span(buf).first(8));
  std::string text = read(path);
  auto copy = std::make_unique<char[]>(text.size());
  std::copy(text.begin(), text.end(), copy.get());
  std::thread t([text] { std::cout << text << '\n'; });
  t.join();
  std::function<int()> f = [depth] { return depth; };
  return f();
}
} // namespace app
