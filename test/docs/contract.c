// What docs/contract.md says under "What it leaves open, and what the engine
// does", row by row.
// RUN: %expect %s -- -std=gnu2x

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void look(const unsigned char *p);
void keep(unsigned char *p);

// An unknown function by pointer to const does not take over a block ...
void const_pointer(int fd) {
  [[secret]] unsigned char *key = malloc(32); // EXPECT: secret-missing-zeroization
  read(fd, key, 32);
  look(key);
}

// ... by pointer to non-const it may.
void other_pointer(int fd) {
  [[secret]] unsigned char *key = malloc(32);
  read(fd, key, 32);
  keep(key);
}

// A block whose only pointer dies with the function.
void only_pointer(int fd) {
  [[secret]] unsigned char *key = malloc(32); // EXPECT: secret-missing-zeroization
  read(fd, key, 32);
}

void last_pointer(int fd) {
  [[secret]] unsigned char *key = malloc(32);
  read(fd, key, 32);
  key = NULL; // EXPECT: secret-missing-zeroization
}

// strlen is enough where only string functions wrote.
void string_only(FILE *in) {
  [[secret]] char pin[64];
  if (!fgets(pin, sizeof pin, in)) // EXPECT: secret-hidden-copy
    return;
  explicit_bzero(pin, strlen(pin));
}

void not_only_string(int fd) {
  [[secret]] char pin[64];
  read(fd, pin, sizeof pin);
  explicit_bzero(pin, strlen(pin)); // EXPECT: secret-partial-zeroization
}

// Padding in front of a flexible array is not missed.
struct message {
  long number;
  char kind;
  [[secret]] unsigned char data[];
};

void flexible(int fd, size_t n) {
  struct message *m = malloc(sizeof *m + n);
  if (!m)
    return;
  read(fd, m->data, n);
  explicit_bzero(m->data, n);
  free(m);
}

// A length that is not known covers everything, one that is less does not.
void unknown_length(int fd, size_t n) {
  [[secret]] unsigned char key[32];
  read(fd, key, sizeof key);
  explicit_bzero(key, n);
}

void linear_length(int fd, size_t n) {
  [[secret]] unsigned char *key = malloc(n);
  if (!key)
    return;
  read(fd, key, n);
  explicit_bzero(key, n - 4); // EXPECT: secret-partial-zeroization
  free(key);
}

// The callee's copy of a record is its own only if it is tagged.
struct plain {
  unsigned char bytes[32];
};
struct tagged {
  [[secret]] unsigned char bytes[32];
};

void plain_copy(struct plain p) { look(p.bytes); }
void tagged_copy(struct tagged t) { look(t.bytes); } // EXPECT: secret-missing-zeroization

// Scalars carry, and are not reported.
void scalars([[secret]] const unsigned char *key) {
  unsigned sum = 0;
  for (int i = 0; i < 32; i++)
    sum += key[i];
  unsigned char out[4];
  memcpy(out, &sum, sizeof out);
  explicit_bzero(out, sizeof out);
}

// What an unknown function returns is somebody else's until it is released.
[[secret]] unsigned char *find_key(void);

void found(void) { look(find_key()); }

void released(void) {
  unsigned char *key = find_key();
  look(key);
  free(key); // EXPECT: secret-missing-zeroization
}

// Static storage is never released.
static unsigned char cache[32];

void to_static([[secret]] const unsigned char *key) {
  memcpy(cache, key, sizeof cache);
  look(cache);
}

void clear_static(void) { memset(cache, 0, sizeof cache); }

// The kernel sees what is unmapped.
void mapped(int fd) {
  [[secret]] unsigned char *key =
      mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (key == MAP_FAILED)
    return;
  read(fd, key, 32);
  memset(key, 0, 4096);
  munmap(key, 4096);
}

void mapped_and_left(int fd) {
  [[secret]] unsigned char *key =
      mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (key == MAP_FAILED)
    return;
  read(fd, key, 32);
  munmap(key, 4096); // EXPECT: secret-missing-zeroization
}
