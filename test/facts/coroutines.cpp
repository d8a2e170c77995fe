// A coroutine's locals live in its frame; what it suspends for is a call.
// RUN: %secret-audit --dump-facts %s -- -std=c++20 | %FileCheck %s
#include "../Inputs/mock.h"
#include "../Inputs/mock_coroutine.h"

task suspends() {
  unsigned char key[16];
  fill(key);
  co_await std::suspend_always();
  explicit_bzero(key, sizeof(key));
}
// CHECK-LABEL: facts of suspends{{$}}
// CHECK: declare 'key'
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)
// CHECK: {{%[0-9]+}} = call std::suspend_always::await_suspend({{%[0-9]+}}) body
// CHECK: {{%[0-9]+}} = call std::suspend_always::await_resume() body
// CHECK: {{%[0-9]+}} = call explicit_bzero({{%[0-9]+}}, {{%[0-9]+}}) model bsd.yaml
// CHECK: end 'key'
// CHECK: {{%[0-9]+}} = call std::suspend_always::await_suspend({{%[0-9]+}}) body
// CHECK: {{%[0-9]+}} = call std::suspend_always::await_resume() body

task_int leaves(bool early) {
  unsigned char key[16];
  fill(key);
  if (early)
    co_return 1;
  co_return 2;
}
// CHECK-LABEL: facts of leaves{{$}}
// CHECK: {{%[0-9]+}} = call fill({{%[0-9]+}} secret)
// CHECK: {{%[0-9]+}} = call task_int::promise_type::return_value({{%[0-9]+}})
// CHECK: end 'key'
// CHECK: {{%[0-9]+}} = call task_int::promise_type::return_value({{%[0-9]+}})
// CHECK: end 'key'
// CHECK: end 'early'
