// A loop over some rows leaves the others.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void load(unsigned char *key, int which);

void first_row_left(void) {
  SECRET unsigned char rows[8][32];
  for (int i = 0; i < 8; i++)
    load(rows[i], i);
  for (int i = 1; i < 8; i++)
    explicit_bzero(rows[i], sizeof rows[i]); // EXPECT: secret-partial-zeroization
}

void last_row_left(void) {
  SECRET unsigned char rows[8][32];
  for (int i = 0; i < 8; i++)
    load(rows[i], i);
  for (int i = 0; i < 7; i++)
    explicit_bzero(rows[i], sizeof rows[i]); // EXPECT: secret-partial-zeroization
}

void downwards(void) {
  SECRET unsigned char rows[8][32];
  for (int i = 0; i < 8; i++)
    load(rows[i], i);
  for (int i = 7; i > 0; i--)
    explicit_bzero(rows[i], sizeof rows[i]); // EXPECT: secret-partial-zeroization
}

void all(void) {
  SECRET unsigned char rows[8][32];
  for (int i = 0; i < 8; i++)
    load(rows[i], i);
  for (int i = 0; i < 8; i++)
    explicit_bzero(rows[i], sizeof rows[i]);
}

void all_downwards(void) {
  SECRET unsigned char rows[8][32];
  for (int i = 0; i < 8; i++)
    load(rows[i], i);
  for (int i = 7; i >= 0; i--)
    explicit_bzero(rows[i], sizeof rows[i]);
}

void secret_in_row_0(SECRET const unsigned char *key) {
  unsigned char rows[8][32]; // EXPECT: secret-missing-zeroization
  memcpy(rows[0], key, 32);
  for (int i = 1; i < 8; i++)
    explicit_bzero(rows[i], sizeof rows[i]);
}
