#define _DEFAULT_SOURCE
#include <string.h>
typedef unsigned long long u64;
typedef unsigned char vector __attribute__((vector_size(16)));
struct record {
  unsigned char bytes[64];
} __attribute__((aligned(16)));
struct __attribute__((packed)) unaligned {
  char kind;
  struct record key;
};
#ifdef TAGGED
#define SECRET __attribute__((annotate("secret")))
#else
#define SECRET
#endif
#define wipe explicit_bzero
extern unsigned char public[64];

// They leave nothing anywhere. See copies-main.c.
void fill(void *k);
int next(const void *k);
void take_vector(vector v, int n);
void take_words(u64 a, u64 b, u64 c, u64 d, u64 e, u64 f, int n);
void take_record(struct record r, int n);
