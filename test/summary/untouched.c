// What one path has read and another has not is what was there at first, and
// nobody has stored it; after a call that may write there, it may be anything.
// RUN: %secret-audit --dump-summaries %s -- -std=c99 | %FileCheck %s
// RUN: %expect %s -- -std=c99
#include "../Inputs/mock.h"

struct session {
  struct session *next;
  int open;
};
void opaque(struct session *s, unsigned *length);

static int reads(struct session *s) {
  int n = 0;
  if (s->open)
    n = s->next->open;
  return check() + n;
}
// CHECK-LABEL: summary of reads opaque
// CHECK-NOT: stores
// CHECK-LABEL: summary of writes opaque

static int writes(struct session *s) {
  if (s->open)
    s->next = 0;
  return check();
}
// CHECK: stores parameter 0->[0] at 0: unknown

int uses(struct session *s) {
  unsigned char key[32];
  fill(key);
  if (reads(s) || writes(s))
    use(key);
  explicit_bzero(key, sizeof key);
  return 0;
}

// The length is another one behind the call, though nobody stores it here.
static int derive(struct session *s, unsigned char *out, unsigned *length) {
  int r = -1;
  if (!s->open)
    goto end;
  fill(out);
  opaque(s, length);
  if (*length != 32)
    goto end;
  r = 0;
end:
  return r;
}

int derives(struct session *s) {
  unsigned char key[32];
  unsigned length = 0;
  int r = derive(s, key, &length);
  explicit_bzero(key, length);
  return r;
}

// Nobody sets it.
static void forgets(unsigned char *out, unsigned *length) {
  fill(out);
  use(length);
}

void forgotten(void) {
  unsigned char key[32];
  unsigned length = 0;
  forgets(key, &length);
  explicit_bzero(key, length); // EXPECT: secret-partial-zeroization
}
