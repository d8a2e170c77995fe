// Rows of an array of arrays: a row is an object of its own.
// Today a row reaches to the end of the array.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

void each_row(void) {
  unsigned char k[4][32];
  for (int i = 0; i < 4; i++)
    fill(k[i]);
  for (int i = 0; i < 4; i++)
    explicit_bzero(k[i], sizeof(k[i]));
}
void one_row(int i) {
  unsigned char k[4][32];
  fill(k[i]);
  explicit_bzero(k[i], sizeof(k[i]));
}
void first_row(void) {
  unsigned char k[4][32];
  fill(k[0]);
  explicit_bzero(k[0], sizeof(k[0]));
}
void some_row_all_zeroized(int i) {
  unsigned char k[4][32];
  fill(k[i]);
  explicit_bzero(k, sizeof(k));
}
void one_row_of_two(void) {
  unsigned char k[4][32];
  fill(k[0]);
  fill(k[1]);
  explicit_bzero(k[0], sizeof(k[0])); // EXPECT: secret-partial-zeroization
}
void half_a_row(int i) {
  unsigned char k[4][32];
  fill(k[i]);
  explicit_bzero(k[i], 16); // EXPECT: secret-partial-zeroization
}
