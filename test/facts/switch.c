// A switch tests its cases; default is taken for none of them.
// RUN: %secret-audit --dump-facts %s -- -std=gnu17 | %FileCheck %s
#include "../Inputs/mock.h"

int cases(int n) {
  SECRET int r = 0;
  switch (n) {
  case 1:
    r = 10;
  case 2:
  case 3:
    r = 20;
    break;
  case 4 ... 6:
    r = 30;
    break;
  default:
    r = 40;
  }
  return r;
}
// CHECK-LABEL: facts of cases
// A range of cases may be taken for any value.
// CHECK: to B[[RANGE:[0-9]+]], B[[TWO:[0-9]+]] if 2, B[[THREE:[0-9]+]] if 3, B[[ONE:[0-9]+]] if 1, B[[DEFAULT:[0-9]+]] if not 2 3 1 on {{%[0-9]+}}
// CHECK-DAG: = 10 at [[#@LINE-16]]
// CHECK-DAG: to B[[TWO]]{{$}}
// CHECK-DAG: to B[[THREE]]{{$}}
// CHECK-DAG: = 40 at [[#@LINE-10]]

int without_default(int n) {
  SECRET int r = 0;
  switch (n) {
  case -1:
    r = 10;
  }
  return r;
}
// CHECK-LABEL: facts of without_default
// CHECK: to B[[ONE:[0-9]+]] if -1, B[[AFTER:[0-9]+]] if not -1 on {{%[0-9]+}}
// CHECK: B[[ONE]]:
// CHECK: to B[[AFTER]]{{$}}
// CHECK: B[[AFTER]]:
// CHECK: return

int falls_through(int n) {
  SECRET int r = 0;
  switch (n) {
  case 7:
    r = 70;
  case 8:
    r = 80;
    break;
  }
  return r;
}
// CHECK-LABEL: facts of falls_through
// CHECK: to {{.*}}B[[EIGHT:[0-9]+]] if 8{{.*}} if not
// CHECK: = 70 at
// CHECK: to B[[EIGHT]]{{$}}
// CHECK: B[[EIGHT]]:
// CHECK-NEXT: = 80 at
