// Uses every form of the guard. main returns 0 if each one zeroized.
#include <secret-tidy/zeroize_on_exit.h>

#include <cstring>
#include <utility>
#include <vector>

namespace {

struct plain {
  int id;
  unsigned char key[12];
};

template <typename T> bool is_zero(const T *data, std::size_t count) {
  for (std::size_t i = 0; i != count; ++i)
    if (data[i] != T())
      return false;
  return true;
}

void object(plain &p) {
  auto guard = secret::zeroize_on_exit(p);
  std::memset(&p, 1, sizeof(p));
}

void array(unsigned (&a)[4]) {
  auto guard = secret::zeroize_on_exit(a);
  a[0] = a[3] = 7;
}

void memory(unsigned char *data, std::size_t size) {
  auto guard = secret::zeroize_on_exit(data, size);
  std::memset(data, 1, size);
}

void container(std::vector<unsigned> &v) {
  auto guard = secret::zeroize_on_exit(v);
  v.assign(1000, 7); // another block than the one that the guard saw first
}

void unwound(std::vector<unsigned char> &v) {
  auto guard = secret::zeroize_on_exit(v);
  v.assign(10, 7);
  if (!v.empty())
    throw 1;
}

/// The guard that was moved from leaves the memory alone.
bool moved(unsigned char (&a)[2]) {
  auto outer = secret::zeroize_on_exit(a);
  {
    a[0] = 1;
    auto kept = std::move(outer);
    auto inner = std::move(kept);
    if (a[0] != 1)
      return false;
  }
  if (!is_zero(a, 2))
    return false;
  a[0] = 1;
  return true;
}

void nothing() {
  auto guard = secret::zeroize_on_exit(nullptr, 8);
  std::vector<int> empty;
  auto none = secret::zeroize_on_exit(empty);
}

} // namespace

int main() {
  plain p;
  object(p);
  if (p.id != 0 || !is_zero(p.key, sizeof(p.key)))
    return 1;
  unsigned a[4];
  array(a);
  if (a[0] != 0 || a[3] != 0)
    return 2;
  unsigned char bytes[4] = {1, 1, 1, 1};
  memory(bytes, 3);
  if (!is_zero(bytes, 3) || bytes[3] != 1)
    return 3;
  std::vector<unsigned> v;
  container(v);
  if (v.size() != 1000 || !is_zero(v.data(), v.size()))
    return 4;
  std::vector<unsigned char> w;
  try {
    unwound(w);
    return 5;
  } catch (int) {
    if (!is_zero(w.data(), w.size()))
      return 6;
  }
  unsigned char two[2] = {0, 0};
  if (!moved(two) || two[0] != 1)
    return 7;
  nothing();
  return 0;
}
