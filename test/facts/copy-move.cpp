// Copies that nobody wrote copy bytes; written ones are calls. A move of bytes
// leaves them where they were.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

template <typename T> T &&moved(T &object) { return static_cast<T &&>(object); }

struct plain {
  SECRET unsigned char key[16];
};

struct written {
  written();
  written(const written &other);
  written(written &&other) noexcept;
  written &operator=(const written &other);
  written &operator=(written &&other) noexcept;
  SECRET unsigned char key[16];
};

void plain_copies(plain &from) {
  plain a = from;
  plain b = moved(from);
  a = b;
}
// CHECK-LABEL: facts of plain_copies{{$}}
// CHECK: copy {{%[0-9]+}} = *{{%[0-9]+}}, 16 bytes initial
// CHECK: {{%[0-9]+}} = call moved({{%[0-9]+}}) body
// CHECK: copy {{%[0-9]+}} = *{{%[0-9]+}}, 16 bytes initial
// CHECK: copy {{%[0-9]+}} = *{{%[0-9]+}}, 16 bytes at

void written_copies(written &from) {
  written a = from;
  written b = moved(from);
  a = b;
  a = moved(b);
}
// CHECK-LABEL: facts of written_copies{{$}}
// CHECK: {{%[0-9]+}} = call written::written({{%[0-9]+}}) throws
// CHECK: {{%[0-9]+}} = call moved({{%[0-9]+}}) body
// CHECK: {{%[0-9]+}} = call written::written({{%[0-9]+}})
// CHECK: {{%[0-9]+}} = call written::operator=({{%[0-9]+}}) throws
// CHECK: {{%[0-9]+}} = call moved({{%[0-9]+}}) body
// CHECK: {{%[0-9]+}} = call written::operator=({{%[0-9]+}})
