// What makes a zeroization needed: barriers, volatile reads, opaque calls.
// RUN: %expect %s -- -std=gnu17
#include "../../Inputs/mock.h"

long write(int, const void *, size_t);
int printf(const char *, ...);
void keep(void *);
void nothing(void);

void operand_and_clobber(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
  __asm__ volatile("" : : "r"(k) : "memory");
}
void in_and_out_operand(void) {
  unsigned char k[32], *p = k;
  fill(k);
  memset(k, 0, sizeof(k));
  __asm__ volatile("" : "+r"(p) : : "memory");
}
void operand_only(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
  __asm__ volatile("" : : "r"(k));
}
void clobber_only(SECRET const unsigned char *from) {
  unsigned char k[32];
  memcpy(k, from, sizeof(k));
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
  __asm__ volatile("" : : : "memory");
}
void clobber_after_escape(SECRET const unsigned char *from) {
  unsigned char k[32];
  memcpy(k, from, sizeof(k));
  keep(k);
  memset(k, 0, sizeof(k));
  __asm__ volatile("" : : : "memory");
}
void one_volatile_byte(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
  (void)*(volatile unsigned char *)k;
}
void passed_to_a_call(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
  use(k);
}
void escaped_before(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
  nothing();
}
void never_escaped(SECRET const unsigned char *from) {
  unsigned char k[32];
  memcpy(k, from, sizeof(k));
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
  nothing();
}
void known_calls_let_nothing_escape(SECRET const unsigned char *from) {
  char k[32];
  memcpy(k, from, sizeof(k));
  write(1, k, strlen(k));
  memset(k, 0, sizeof(k)); // EXPECT: secret-elidable-zeroization
  nothing();
}
void printf_is_opaque(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
  printf("done\n");
}
void written_out(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
  write(1, k, sizeof(k));
}
int plain_read(void) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // ALLOW: secret-elidable-zeroization
  return k[3];
}
void on_some_paths(int n) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k)); // ALLOW: secret-elidable-zeroization
  if (n)
    use(k);
}
int exit_is_opaque(int n) {
  unsigned char k[32];
  fill(k);
  memset(k, 0, sizeof(k));
  exit(n);
}
void a_part_is_read_later(void) {
  unsigned char k[64];
  fill(k);
  memset(k + 32, 0, 32);
  use(k);
  explicit_bzero(k, sizeof(k));
}
void alias_is_read_later(void) {
  unsigned char k[32], *alias = k;
  fill(k);
  memset(k, 0, sizeof(k));
  use(alias);
}
