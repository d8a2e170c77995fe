// Home-made wipers: which of them hold.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <string.h>

int pin_read([[secret]] char *out, size_t n);
int pin_check(const char *pin);

static void wipe_volatile(void *p, size_t n) {
  volatile unsigned char *v = p;
  while (n--)
    *v++ = 0;
}

static void wipe_plain(void *p, size_t n) {
  unsigned char *v = p;
  while (n--)
    *v++ = 0;
}

static void *(*const volatile memset_v)(void *, int, size_t) = memset;

static void wipe_barrier(void *p, size_t n) {
  memset(p, 0, n);
  __asm__ volatile("" : : "r"(p) : "memory");
}

static void wipe_half_barrier(void *p, size_t n) {
  memset(p, 0, n);
  __asm__ volatile("" : : "r"(p));
}

#define WIPE(x) memset_v(&(x), 0, sizeof(x))

int by_volatile(void) {
  char pin[16];
  pin_read(pin, sizeof pin);
  int rc = pin_check(pin);
  wipe_volatile(pin, sizeof pin);
  return rc;
}

int by_plain(void) {
  char pin[16];
  pin_read(pin, sizeof pin);
  int rc = pin_check(pin);
  wipe_plain(pin, sizeof pin); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_pointer(void) {
  char pin[16];
  pin_read(pin, sizeof pin);
  int rc = pin_check(pin);
  WIPE(pin);
  return rc;
}

int by_barrier(void) {
  char pin[16];
  pin_read(pin, sizeof pin);
  int rc = pin_check(pin);
  wipe_barrier(pin, sizeof pin);
  return rc;
}

int by_half_barrier(void) {
  char pin[16];
  pin_read(pin, sizeof pin);
  int rc = pin_check(pin);
  wipe_half_barrier(pin, sizeof pin); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_cast(void) {
  char pin[16];
  pin_read(pin, sizeof pin);
  int rc = pin_check(pin);
  memset((void *)(volatile void *)pin, 0, sizeof pin); // EXPECT: secret-elidable-zeroization
  return rc;
}

int by_swapped(void) {
  char pin[16];
  pin_read(pin, sizeof pin);
  int rc = pin_check(pin);
  memset(pin, sizeof pin, 0); // EXPECT: secret-partial-zeroization
  return rc;
}

int by_first_byte(void) {
  char pin[16]; // EXPECT: secret-missing-zeroization
  pin_read(pin, sizeof pin);
  int rc = pin_check(pin);
  pin[0] = 0;
  return rc;
}

int by_address(size_t n) {
  char buf[16];
  char *pin = buf;
  pin_read(pin, sizeof buf);
  int rc = pin_check(pin) + (int)n;
  wipe_volatile(&pin, sizeof pin); // EXPECT: secret-partial-zeroization
  return rc;
}
