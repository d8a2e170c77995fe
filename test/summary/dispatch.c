// Who dispatches calls one function in each case. Those that meet a secret on no
// path are not analysed for its sake.
// RUN: %secret-audit --dump-summaries %s -- -std=c99 | %FileCheck %s \
// RUN:   --implicit-check-not='summary of {{step_|late_other}}'
// RUN: %expect %s -- -std=c99
#include "../Inputs/mock.h"

struct session {
  int state;
  unsigned char buffer[64];
  unsigned char *data;
};

static int derive(struct session *s) { return fill(s->buffer); }
static void wipe(struct session *s) {
  memset(s->buffer, 0, sizeof s->buffer);
}

static int step_alone(struct session *s) { return s->buffer[0] + check(); }
static int step_inner(struct session *s) { return s->buffer[1]; }
static int step_outer(struct session *s) { return step_inner(s); }
int step(struct session *s) {
  switch (s->state) {
  case 0:
    return step_alone(s);
  case 1:
    return derive(s);
  case 2:
    return step_outer(s);
  }
  return -1;
}

// Before or after a secret on some path.
static int then_before(struct session *s) { return s->state; }
static void then_after(struct session *s) { s->state++; }
// CHECK: summary of then_before{{$}}
// CHECK: summary of then_after{{$}}
int then(struct session *s) {
  int r = 0;
  then_before(s);
  switch (s->state) {
  case 0:
    r = step_alone(s);
    break;
  case 1:
    r = derive(s);
    break;
  }
  then_after(s);
  return r;
}

// Each turn comes before and after the others.
static int turn_other(struct session *s) { return s->state; }
// CHECK: summary of turn_other{{$}}
void turns(struct session *s) {
  for (;; s->state++)
    switch (s->state) {
    case 0:
      turn_other(s);
      break;
    case 1:
      derive(s);
      break;
    default:
      return;
    }
}

// Somebody asks what the whole does.
static int used_other(struct session *s) { return s->state; }
// CHECK: summary of used_other{{$}}
static int used(struct session *s) {
  if (s->state)
    return used_other(s);
  return derive(s);
}
int uses(struct session *s) { return used(s); }

// The secret comes through another function, and later than the first one.
static int late_other(struct session *s) { return s->state; }
static int late_before(struct session *s) { return s->state; }
// CHECK: summary of late_before{{$}}
static int late_inner(struct session *s) { return derive(s); }
static int late_bring(struct session *s) { return late_inner(s); }
static int late_wipe(struct session *s) {
  wipe(s);
  return 0;
}
int late(void) {
  struct session s;
  int r = check();
  s.state = r;
  if (r == 1) {
    late_before(&s);
    r = late_bring(&s);
    late_wipe(&s); // EXPECT: secret-elidable-zeroization
  } else if (r == 2) {
    r = derive(&s);
    wipe(&s); // EXPECT: secret-elidable-zeroization
  } else if (r == 3) {
    r = late_other(&s);
  }
  return r;
}
