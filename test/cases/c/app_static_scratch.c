// Static and thread-local scratch buffers.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <string.h>

void explicit_bzero(void *p, size_t n);
int key_read(int id, [[secret]] uint8_t *out, size_t n);
int key_mix(const uint8_t *k, uint8_t *out);

int scratch([[secret]] const uint8_t *key) {
  static uint8_t tmp[32];
  memcpy(tmp, key, sizeof tmp); // EXPECT: secret-hidden-copy
  return key_mix(tmp, NULL);
}

int scratch_wiped([[secret]] const uint8_t *key) {
  static uint8_t tmp[32];
  memcpy(tmp, key, sizeof tmp);
  int rc = key_mix(tmp, NULL);
  explicit_bzero(tmp, sizeof tmp);
  return rc;
}

int scratch_thread([[secret]] const uint8_t *key) {
  static _Thread_local uint8_t tmp[32];
  memcpy(tmp, key, sizeof tmp); // EXPECT: secret-hidden-copy
  return key_mix(tmp, NULL);
}

int scratch_public(const uint8_t *id) {
  static uint8_t tmp[32];
  memcpy(tmp, id, sizeof tmp);
  return key_mix(tmp, NULL);
}

[[secret]] static uint8_t device_key[32];

int device_load(void) { return key_read(0, device_key, sizeof device_key); }

void device_unload(void) { memset(device_key, 0, sizeof device_key); }

int device_copy(void) {
  uint8_t k[32]; // EXPECT: secret-missing-zeroization
  memcpy(k, device_key, sizeof k);
  return key_mix(k, NULL);
}

int device_copy_wiped(void) {
  uint8_t k[32];
  memcpy(k, device_key, sizeof k);
  int rc = key_mix(k, NULL);
  explicit_bzero(k, sizeof k);
  return rc;
}

[[secret]] static const uint8_t factory_key[16] = { // EXPECT: secret-immutable-copy
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

int factory(void) { return factory_key[0]; }

int default_pin(void) {
  [[secret]] const char *pin = "0000"; // EXPECT: secret-immutable-copy
  return pin[0];
}

int empty_pin(void) {
  [[secret]] const char *pin = "";
  return pin[0];
}
