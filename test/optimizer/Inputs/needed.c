// The content is read after each zeroization. Where the compiler knows what is
// read, it needs no memory for that. check_copies.py runs these and looks.
#include "copies.h"

void copied(void) {
  SECRET unsigned char k[64];
  fill(k);
  next(k);
  memset(k, 0, sizeof k);
  memcpy(public, k, sizeof k);
}
void moved(void) {
  SECRET unsigned char k[64];
  fill(k);
  memset(k, 0, sizeof k);
  memmove(public, k, sizeof k);
}
static int peek(const unsigned char *p) { return p[3]; }
void read_by_visible(void) {
  SECRET unsigned char k[64];
  fill(k);
  memset(k, 0, sizeof k);
  public[0] = peek(k);
}
static void clear(void *p) { memset(p, 0, 64); }
void cleared_by_visible(void) {
  SECRET unsigned char k[64];
  fill(k);
  clear(k);
  memcpy(public, k, sizeof k);
}
void one_path(void) {
  SECRET unsigned char k[64];
  fill(k);
  if (next(k)) {
    memset(k, 0, sizeof k);
    memcpy(public, k, sizeof k);
    return;
  }
  wipe(k, sizeof k);
}

// Their twins: somebody may read what is in memory, or the secret is written
// over.
void part_of_record(void) {
  SECRET struct {
    unsigned char key[64];
    int n;
  } r;
  fill(r.key);
  memset(r.key, 0, sizeof r.key);
  memcpy(public, r.key, sizeof r.key);
  r.n = 1;
  next(&r.n);
}
void read_by_unknown(void) {
  SECRET unsigned char k[64];
  fill(k);
  memset(k, 0, sizeof k);
  next(k);
}
void wiped_again(void) {
  SECRET unsigned char k[64];
  fill(k);
  memset(k, 0, sizeof k);
  memcpy(public, k, sizeof k);
  wipe(k, sizeof k);
}
void zeroized_again(void) {
  SECRET unsigned char k[64];
  fill(k);
  memset(k, 0, sizeof k);
  memcpy(public, k, sizeof k);
  memset(k, 0, sizeof k);
  next(k);
}
void written_over(void) {
  SECRET unsigned char k[64];
  fill(k);
  memset(k, 0, sizeof k);
  memcpy(k, public, sizeof k);
  next(k);
}
void each_turn(void) {
  SECRET unsigned char k[64];
  for (int i = 0; i < 2; ++i) {
    fill(k);
    memset(k, 0, sizeof k);
    memcpy(public, k, sizeof k);
    next(k);
  }
}
void each_path(int c) {
  SECRET unsigned char k[64];
  fill(k);
  memset(k, 0, sizeof k);
  if (c)
    memcpy(public, k, sizeof k);
  wipe(k, sizeof k);
}
void paths(void) { each_path(next(public)); }
