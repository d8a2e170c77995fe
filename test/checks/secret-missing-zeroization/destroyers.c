// An unknown function that destroys a record is trusted; with its body at hand,
// the body decides.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct session {
  int id;
  SECRET unsigned char key[32];
};
void session_free(struct session *);
void session_cleanup(struct session *);
void session_print(struct session *);
void buffer_free(unsigned char *);

static void session_reset(struct session *s) { s->id = -1; }
static void session_clear(struct session *s) {
  explicit_bzero(s->key, sizeof(s->key));
}

void unknown_destroyer(const struct session *from) {
  struct session s = *from;
  use(&s);
  session_cleanup(&s);
}
void unknown_destroyer_of_a_block(const struct session *from) {
  struct session *s = malloc(sizeof(*s));
  if (!s)
    return;
  *s = *from;
  session_free(s);
}
void unknown_other_name(const struct session *from) {
  struct session s = *from; // EXPECT: secret-missing-zeroization
  session_print(&s);
}
void destroyer_of_bytes(void) {
  unsigned char k[32]; // EXPECT: secret-missing-zeroization
  fill(k);
  buffer_free(k);
}
void body_does_not_zeroize(const struct session *from) {
  struct session s = *from; // EXPECT: secret-missing-zeroization
  use(&s);
  session_reset(&s);
}
void body_zeroizes(const struct session *from) {
  struct session s = *from;
  use(&s);
  session_clear(&s);
}
void on_one_path(const struct session *from, int n) {
  struct session s = *from;
  if (n)
    return; // EXPECT: secret-missing-zeroization
  session_cleanup(&s);
}
