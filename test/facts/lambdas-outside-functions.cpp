// Lambdas that are written where no function is have bodies too.
// RUN: %expect %s -- -std=c++20
#define SECRET __attribute__((annotate("secret")))
extern "C" int fill(unsigned char *p);
extern "C" void explicit_bzero(void *p, decltype(sizeof 0) n);

auto global = [] {
  SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
};

auto clean = [] {
  SECRET unsigned char k[32];
  fill(k);
  explicit_bzero(k, sizeof k);
};

static auto nested = [] {
  return [] {
    SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
    fill(k);
  };
};

int called = [] {
  SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
  return fill(k);
}();

namespace ns {
inline auto in_namespace = [] {
  SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
};
} // namespace ns

template <int N> auto variable = [] {
  SECRET unsigned char k[N]; // EXPECT: secret-missing-zeroization
  fill(k);
};
void instantiate() { variable<16>(); }

auto generic = [](auto n) {
  SECRET unsigned char k[sizeof n]; // EXPECT: secret-missing-zeroization
  fill(k);
};
void call_generic() { generic(1); }

struct members {
  static inline auto shared = [] {
    SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
    fill(k);
  };
  int field = [] {
    SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
    return fill(k);
  }();
  int other;
  members()
      : other([] {
          SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
          return fill(k);
        }()) {}
};

template <typename T> struct of_template {
  int field = [] {
    SECRET T k[32]; // EXPECT: secret-missing-zeroization
    return fill(k);
  }();
};
of_template<unsigned char> instance;

int argument(int n = [] {
  SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
  return fill(k);
}());

struct methods {
  int argument(int n = [] {
    SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
    return fill(k);
  }());
};

int of_lambda = [](int n = [] {
  SECRET unsigned char k[32]; // EXPECT: secret-missing-zeroization
  return fill(k);
}()) { return n; }();

using by_type = decltype([] {
  SECRET unsigned char k[32];
  fill(k);
  explicit_bzero(k, sizeof k);
});
