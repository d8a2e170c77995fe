// A tree of unique pointers and a resource class with destructors.
// CATEGORY: untagged
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

class File {
public:
  explicit File(const char *path) : f_(std::fopen(path, "r")) {}
  File(const File &) = delete;
  File(File &&o) noexcept : f_(std::exchange(o.f_, nullptr)) {}
  ~File() {
    if (f_)
      std::fclose(f_);
  }
  bool line(char *buf, int n) { return f_ && std::fgets(buf, n, f_); }

private:
  std::FILE *f_;
};

struct Node {
  std::string name;
  std::vector<std::unique_ptr<Node>> kids;
};

std::unique_ptr<Node> readTree(File &f) {
  char buf[128];
  auto root = std::make_unique<Node>();
  std::vector<Node *> stack{root.get()};
  while (f.line(buf, sizeof buf)) {
    std::size_t depth = 0;
    while (buf[depth] == ' ')
      ++depth;
    stack.resize(std::min(stack.size(), depth + 1));
    auto kid = std::make_unique<Node>();
    kid->name = buf + depth;
    stack.push_back(kid.get());
    stack[stack.size() - 2]->kids.push_back(std::move(kid));
  }
  return root;
}

std::size_t weigh(const Node &n) {
  std::size_t w = n.name.size();
  for (const auto &k : n.kids)
    w += weigh(*k);
  return w;
}

void prune(std::unique_ptr<Node> &n, std::size_t limit) {
  if (weigh(*n) < limit) {
    n.reset();
    return;
  }
  for (auto &k : n->kids)
    prune(k, limit);
  n->kids.erase(std::remove(n->kids.begin(), n->kids.end(), nullptr), n->kids.end());
}
