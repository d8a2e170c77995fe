// Function pointers: constant ones have a callee, calls through volatile stay.
// RUN: %secret-audit --dump-facts %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

static void *(*const constant)(void *, int, size_t) = memset;
static void *(*const volatile kept)(void *, int, size_t) = memset;
static void *(*plain)(void *, int, size_t) = memset;

void calls(void (*parameter)(void *)) {
  unsigned char k[4];
  fill(k);
  constant(k, 0, 4);
  kept(k, 0, 4);
  (*kept)(k, 0, 4);
  plain(k, 0, 4);
  parameter(k);
}
// CHECK-LABEL: facts of calls
// CHECK: call memset({{.*}}) model {{[^ ]*}} at [[#@LINE-7]]
// CHECK: call memset({{.*}}) model {{[^ ]*}} kept at [[#@LINE-7]]
// CHECK: call memset({{.*}}) model {{[^ ]*}} kept at [[#@LINE-7]]
// CHECK: call a function pointer({{.*}}) at [[#@LINE-7]]
// CHECK: call a function pointer({{.*}}) at [[#@LINE-7]]
