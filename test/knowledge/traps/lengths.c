// Where the length comes from: the string, the allocation, the whole object.
// RUN: %expect %s
#include <stdlib.h>
#include <string.h>

typedef struct bignum_st BIGNUM;
void kfree_sensitive(const void *p);
void burnstr(char *s);
void str_clear_free(char *s);
void BN_clear_free(BIGNUM *a);
void pam_overwrite_n(void *p, unsigned n);
int read_pin(char *p, size_t n);
char *ask(void);

int by_allocation(void) {
  [[secret]] char *pin = malloc(64);
  if (!pin)
    return -1;
  int rc = read_pin(pin, 64);
  kfree_sensitive(pin);
  return rc;
}

int by_string(void) {
  [[secret]] char *pin = malloc(64);
  if (!pin)
    return -1;
  strcpy(pin, "x");
  int rc = read_pin(pin, 64);
  burnstr(pin);
  return rc;
}

int by_string_of_hostap(void) {
  [[secret]] char *pin = malloc(64);
  if (!pin)
    return -1;
  int rc = read_pin(pin, 64);
  str_clear_free(pin);
  return rc;
}

int by_sizeof(void) {
  [[secret]] char pin[64];
  int rc = read_pin(pin, sizeof pin);
  pam_overwrite_n(pin, sizeof pin);
  return rc;
}

int by_sizeof_of_the_pointer(void) {
  [[secret]] char buffer[64];
  char *pin = buffer;
  int rc = read_pin(pin, sizeof buffer);
  pam_overwrite_n(pin, sizeof pin); // EXPECT: secret-partial-zeroization
  return rc;
}
