// Generic containers and policies over ordinary data.
// CATEGORY: untagged
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

template <class T, std::size_t N> class Ring {
public:
  bool push(T v) {
    if (n_ == N)
      return false;
    items_[(head_ + n_++) % N] = std::move(v);
    return true;
  }
  bool pop(T &out) {
    if (n_ == 0)
      return false;
    out = std::move(items_[head_]);
    items_[head_] = T{};
    head_ = (head_ + 1) % N;
    --n_;
    return true;
  }

private:
  T items_[N] = {};
  std::size_t head_ = 0, n_ = 0;
};

template <class T> class Pool {
public:
  ~Pool() {
    while (free_) {
      Slot *s = std::exchange(free_, free_->next);
      ::operator delete(s);
    }
  }
  T *make() {
    Slot *s = free_ ? std::exchange(free_, free_->next) : static_cast<Slot *>(::operator new(sizeof(Slot)));
    return new (s->bytes) T();
  }
  void drop(T *t) noexcept {
    t->~T();
    auto *s = reinterpret_cast<Slot *>(t);
    std::memset(s->bytes, 0, sizeof(T));
    s->next = free_;
    free_ = s;
  }

private:
  union Slot {
    Slot *next;
    alignas(T) unsigned char bytes[sizeof(T)];
  };
  Slot *free_ = nullptr;
};

template <class T> void clearAll(T *p, std::size_t n) {
  static_assert(std::is_trivially_copyable_v<T>);
  std::memset(p, 0, n * sizeof(T));
}

int drive(int n) {
  Ring<int, 8> r;
  Pool<std::pair<int, int>> pool;
  int sum = 0, v = 0;
  for (int i = 0; i < n; ++i)
    r.push(i);
  while (r.pop(v)) {
    auto *p = pool.make();
    p->first = v;
    sum += p->first;
    pool.drop(p);
  }
  int scratch[4] = {sum, v, n, 0};
  clearAll(scratch, 4);
  return sum;
}
