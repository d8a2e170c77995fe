// Tables of functions: what a call through them may be of, and which table has
// it. What is not only functions may be anything.
// RUN: %secret-audit --dump-facts %s -- -std=c99 | %FileCheck %s
#include "../Inputs/mock.h"

struct ops {
  void (*get)(char *);
  void (*put)(char *);
  void (*open)(char *);
  void (*steps[2])(char *);
};

static void one(char *p) { fill(p); }
static void two(char *p) { *p = 0; }

static const struct ops first = {one, one, one, {one, two}};
static const struct ops second = {.get = two, .put = 0, .open = two};
static const struct ops many[] = {{0}, {two}};
static void (*const list[])(char *) = {one, one, two};

void assign(struct ops *o, void (*f)(char *), struct ops *from) {
  o->put = from->put;
  o->put = (f ? two : one);
  o->open = f;
}

void calls(const struct ops *o, struct ops v, int i) {
  char k[4];
  o->get(k);
  (*v.put)(k);
  o->open(k);
  o->steps[i](k);
  list[i](k);
  second.get(k);
  use(k);
}
// CHECK-LABEL: facts of calls
// CHECK: [[O:%[0-9]+]] = load {{.*}} at [[#@LINE-9]]
// CHECK: call ops::get({{.*}}) through [[O]] to one of 2, one in c:function-tables.c@first, two in c:function-tables.c@second and c:function-tables.c@many[1] at [[#@LINE-10]]
// CHECK: call ops::put({{.*}}) through %0 to one of 2, one in c:function-tables.c@first, two at [[#@LINE-10]]
// CHECK: call ops::open({{.*}}) at [[#@LINE-10]]
// CHECK: call ops::steps({{.*}}) through {{%[1-9][0-9]*}} to one of 2, one in c:function-tables.c@first, two in c:function-tables.c@first at [[#@LINE-10]]
// CHECK: call list({{.*}}) through {{%[1-9][0-9]*}} to one of 2, one in c:function-tables.c@list[0] and c:function-tables.c@list[1], two in c:function-tables.c@list[2] at [[#@LINE-10]]
// CHECK: call two({{.*}}) body at [[#@LINE-10]]
