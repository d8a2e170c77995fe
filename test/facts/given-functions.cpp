// What the library is given to call is called: now, or as a promise.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
// RUN: %secret-audit --dump-states %s -- -std=c++17 | %FileCheck %s --check-prefix=STATES

using size_t = decltype(sizeof 0);
extern "C" void explicit_bzero(void *, size_t) noexcept;
namespace std {
template <typename F, typename... As> void invoke(F &&, As &&...);
template <typename> struct function;
template <typename R, typename... As> struct function<R(As...)> {
  template <typename F> function(F &&) {}
  ~function();
};
} // namespace std

// CHECK-LABEL: facts of now
// CHECK: call std::invoke({{.*}}) model cxx.yaml
// CHECK-NEXT: %[[KEY:[0-9]+]] = load
// CHECK-NEXT: %[[N:[0-9]+]] = load
// CHECK-NEXT: call clear(%[[KEY]], %[[N]]) body
// CHECK-LABEL: facts of later
// CHECK: call std::function::function({{.*}}) model cxx.yaml
// CHECK-NEXT: promise later::operator()() body
// CHECK-LABEL: facts of only_reads
// CHECK: promise only_reads::operator()() body
// STATES-LABEL: states of later
// STATES: key: escaped promised
// STATES-LABEL: states of only_reads
// STATES-NOT: promised
void clear(unsigned char *p, size_t n) { explicit_bzero(p, n); }

void now(__attribute__((annotate("secret"))) unsigned char *key) {
  std::invoke(clear, key, 32);
}

int more() noexcept;
void later() {
  __attribute__((annotate("secret"))) unsigned char key[32];
  std::function<void()> f([&] { explicit_bzero(key, sizeof key); });
  while (more()) {
  }
}

int sum(const unsigned char *);
void only_reads() {
  __attribute__((annotate("secret"))) unsigned char key[32];
  std::function<void()> f([&] { sum(key); });
  while (more()) {
  }
}
