// A callee that zeroes a field which is no secret zeroizes nothing. Today that is
// reported as a partial zeroization.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct session {
  int id;
  SECRET unsigned char key[32];
};
static void session_reset(struct session *s) { s->id = 0; }
static void pin_reset(unsigned *pin) { *pin = 0; }

void other_field(const struct session *from) {
  struct session s = *from; // EXPECT: secret-missing-zeroization
  use(&s);
  session_reset(&s);
}
void the_secret_itself(void) {
  SECRET unsigned pin = check();
  use(&pin);
  pin_reset(&pin); // EXPECT: secret-elidable-zeroization
}
