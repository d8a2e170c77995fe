// What a constexpr function returns for constants is a number.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

constexpr size_t Size = 16;
constexpr size_t half(size_t n) { return n / 2; }
template <typename T> struct traits {
  static constexpr size_t size() { return sizeof(T) * 2; }
};

void lengths(size_t n) {
  unsigned char key[Size];
  fill(key);
  explicit_bzero(key, half(Size));
  explicit_bzero(key, traits<long>::size());
  explicit_bzero(key, half(n));
  if constexpr (Size == 16)
    explicit_bzero(key, Size);
  else
    use(key);
}
// CHECK-LABEL: facts of lengths{{$}}
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)
// CHECK: {{%[0-9]+}} = 8
// CHECK: {{%[0-9]+}} = call explicit_bzero({{%[0-9]+}}, {{%[0-9]+}}) model bsd.yaml
// CHECK: {{%[0-9]+}} = 16
// CHECK: {{%[0-9]+}} = call explicit_bzero({{%[0-9]+}}, {{%[0-9]+}}) model bsd.yaml
// CHECK: {{%[0-9]+}} = call half({{%[0-9]+}}) body
// CHECK: {{%[0-9]+}} = call explicit_bzero({{%[0-9]+}}, {{%[0-9]+}}) model bsd.yaml
// CHECK: {{%[0-9]+}} = 16
// CHECK: {{%[0-9]+}} = call explicit_bzero({{%[0-9]+}}, {{%[0-9]+}}) model bsd.yaml
