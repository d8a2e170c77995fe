// Names that users and models know skip inline namespaces.
// RUN: %secret-audit --dump-facts %s -- -std=c++17 | %FileCheck %s
#include "../Inputs/mock.h"

namespace lib {
inline namespace v2 {
void wipe_key(unsigned char *key);
namespace detail {
void take(SECRET unsigned char *key);
}
} // namespace v2
} // namespace lib

void calls() {
  unsigned char key[16];
  lib::detail::take(key);
  lib::wipe_key(key);
}
// CHECK-LABEL: facts of calls{{$}}
// CHECK: {{%[0-9]+}} = call lib::detail::take({{%[0-9]+}} secret) throws
// CHECK: {{%[0-9]+}} = call lib::wipe_key({{%[0-9]+}}) zeroizes throws
