// Records that are passed and returned by value are copied.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

struct key {
  int id;
  SECRET unsigned char k[32];
};
struct plain {
  unsigned char b[32];
};
struct handle {
  SECRET unsigned char *k;
};
void get(struct key *);
int remote(struct key);
int remote_plain(struct plain);
int remote_handle(struct handle);

void passed(void) {
  struct key k;
  get(&k);
  remote(k); // EXPECT: secret-hidden-copy
  explicit_bzero(&k, sizeof(k));
}
// Twin: by pointer.
int by_pointer(const struct key *);
void passed_by_pointer(void) {
  struct key k;
  get(&k);
  by_pointer(&k);
  explicit_bzero(&k, sizeof(k));
}
// Twin: before the secret is there, and after it is gone.
void passed_without(void) {
  struct key k = {0};
  remote(k);
  get(&k);
  explicit_bzero(&k, sizeof(k));
  remote(k);
}
// Twin: the pointer is copied, not what it points to.
void passed_handle(struct handle h) { remote_handle(h); }

// A record without a tag that holds a copy.
void passed_copy(SECRET const unsigned char *key) {
  struct plain p;
  memcpy(p.b, key, sizeof(p.b));
  remote_plain(p); // EXPECT: secret-hidden-copy
  explicit_bzero(&p, sizeof(p));
}
// Twin: with something public in it.
void passed_public(const unsigned char *nonce) {
  struct plain p;
  memcpy(p.b, nonce, sizeof(p.b));
  remote_plain(p);
}
// An element of an array, a field of another record.
struct ring {
  struct key keys[4];
  struct plain label;
};
void passed_element(const struct ring *r, int i) {
  remote(r->keys[i]); // EXPECT: secret-hidden-copy
  remote_plain(r->label);
}

struct key returned(const struct ring *r) {
  return r->keys[0]; // EXPECT: secret-hidden-copy
}
struct key returned_local(void) {
  struct key k;
  get(&k);
  return k; // EXPECT: secret-hidden-copy
}
// Twins.
struct plain returned_public(const struct ring *r) { return r->label; }
const struct key *returned_pointer(const struct ring *r) { return r->keys; }
struct key returned_empty(void) {
  struct key k = {0};
  return k;
}
int returned_number(const struct key *k) { return k->id; }

// The visible callee's copy is a copy too; if it is tagged, even if the callee
// zeroizes it.
static int zeroizes(struct key k) {
  int id = k.id;
  explicit_bzero(&k, sizeof(k));
  return id;
}
void passed_to_visible(void) {
  struct key k;
  get(&k);
  zeroizes(k); // EXPECT: secret-hidden-copy
  explicit_bzero(&k, sizeof(k));
}

static int reads(struct plain p) { return p.b[0]; }
void passed_to_reader(SECRET const unsigned char *key) {
  struct plain p;
  memcpy(p.b, key, sizeof(p.b));
  reads(p); // EXPECT: secret-hidden-copy
  explicit_bzero(&p, sizeof(p));
}
static int zeroizes_sometimes(struct plain p) {
  if (p.b[0] == 3)
    return 0;
  explicit_bzero(&p, sizeof(p));
  return 1;
}
void passed_to_sloppy(SECRET const unsigned char *key) {
  struct plain p;
  memcpy(p.b, key, sizeof(p.b));
  zeroizes_sometimes(p); // EXPECT: secret-hidden-copy
  explicit_bzero(&p, sizeof(p));
}
static int zeroizes_elidably(struct plain p) {
  int first = p.b[0];
  memset(&p, 0, sizeof(p));
  return first;
}
void passed_to_elidable(SECRET const unsigned char *key) {
  struct plain p;
  memcpy(p.b, key, sizeof(p.b));
  zeroizes_elidably(p); // EXPECT: secret-hidden-copy
  explicit_bzero(&p, sizeof(p));
}
// Twin: it zeroizes its copy on every way out.
static int zeroizes_always(struct plain p) {
  int first = p.b[0];
  explicit_bzero(&p, sizeof(p));
  return first;
}
void passed_to_careful(SECRET const unsigned char *key) {
  struct plain p;
  memcpy(p.b, key, sizeof(p.b));
  zeroizes_always(p);
  explicit_bzero(&p, sizeof(p));
}
