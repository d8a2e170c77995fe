// Functions that zeroize, and what Clang's code leaves in their stack frames:
// check_copies.py runs them and looks.
#include "copies.h"

// Arguments are evaluated in their order: what is loaded waits for a call that
// keeps no vector register.
void vector_over_call(void) {
  SECRET unsigned char k[64];
  fill(k);
  take_vector(*(const vector *)(k + 16), next(k));
  wipe(k, sizeof k);
}
void vector_after_call(void) {
  SECRET unsigned char k[64];
  fill(k);
  int n = next(k);
  take_vector(*(const vector *)(k + 16), n);
  wipe(k, sizeof k);
}

// More numbers than registers that a call keeps.
#define WORD(I) ((const u64 *)k)[I]
void words_over_call(void) {
  SECRET u64 k[8];
  fill(k);
  int a = next(k), b = next(k), c = next(k), d = next(k);
  take_words(WORD(0), WORD(1), WORD(2), WORD(3), WORD(4), WORD(5),
             next(k) + a * b + c * d);
  wipe(k, sizeof k);
}
void words_after_call(void) {
  SECRET u64 k[8];
  fill(k);
  int a = next(k), b = next(k), c = next(k), d = next(k);
  int n = next(k) + a * b + c * d;
  take_words(WORD(0), WORD(1), WORD(2), WORD(3), WORD(4), WORD(5), n);
  wipe(k, sizeof k);
}

// An argument that has to be aligned is copied first if it is not.
void record_unaligned(void) {
  SECRET struct unaligned k;
  fill(&k.key);
  take_record(k.key, next(&k));
  wipe(&k, sizeof k);
}
void record_aligned(void) {
  SECRET struct record k;
  fill(&k);
  take_record(k, next(&k));
  wipe(&k, sizeof k);
}

// An element whose number is not known is taken out of a vector in memory.
#define BLOCK (*(const vector *)(k + 16))
void element_unknown(void) {
  SECRET unsigned char k[64];
  fill(k);
  int n = next(k) & 15;
  take_vector(BLOCK, BLOCK[n]);
  wipe(k, sizeof k);
}
void element_in_memory(void) {
  SECRET unsigned char k[64];
  fill(k);
  int n = next(k) & 15;
  take_vector(BLOCK, k[16 + n]);
  wipe(k, sizeof k);
}

// The slot is used again by what is not secret.
void slot_is_overwritten(void) {
  SECRET unsigned char k[64];
  fill(k);
  take_vector(*(const vector *)k, next(k));
  take_vector(*(const vector *)public, next(public));
  wipe(k, sizeof k);
}

// Of the caller's memory, on one path.
void memory_of_caller(SECRET unsigned char *k) {
  if (next(k))
    take_vector(*(const vector *)k, next(k));
  wipe(k, 64);
}
void caller(void) {
  static unsigned char k[64];
  fill(k);
  memory_of_caller(k);
}

// A zeroization that a compiler may remove, and does not.
void plain_memset(void) {
  SECRET unsigned char k[64];
  fill(k);
  take_vector(*(const vector *)(k + 48), next(k));
  memset(k, 0, sizeof k);
  next(k);
}

// Nothing is loaded here.
void only_called(void) {
  SECRET unsigned char k[64];
  fill(k);
  next(k);
  wipe(k, sizeof k);
}
