void fill(char *P, unsigned long N);
void use(const char *P);
void *memset(void *, int, unsigned long);

static inline void inHeader(void) {
  __attribute__((annotate("secret"))) char secret_h[32];
  fill(secret_h, sizeof secret_h);
  use(secret_h);
}

// Takes a key and leaves it in the caller's buffer.
static inline void load(char *To) { fill(To, 32); }
