// What a visible callee does is reported at the outermost call where a secret is
// involved, once.
// RUN: %expect %s -- -std=gnu2x
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct plain {
  unsigned char b[32];
};
void use(const void *);
int remote(struct plain);

static char *grow(char *p, size_t n) {
  char *q = realloc(p, n);
  if (!q)
    abort();
  return q;
}
static char *grow_deep(char *p, size_t n) { return grow(p, n); }

void grown(void) {
  [[secret]] char *k = malloc(8);
  if (!k)
    return;
  fgets(k, 8, stdin); // EXPECT: secret-hidden-copy
  k = grow_deep(k, 16); // EXPECT: secret-hidden-copy
  explicit_bzero(k, 16);
  free(k);
}
void grown_public(void) {
  char *k = malloc(8);
  if (!k)
    return;
  fgets(k, 8, stdin);
  k = grow_deep(k, 16);
  free(k);
}

static int read_line(FILE *f, char *to, int n) {
  return fgets(to, n, f) != NULL;
}
static int read_characters(char *to, int n) {
  int i = 0, c;
  while (i < n && (c = getchar()) != EOF)
    to[i++] = (char)c;
  return i;
}
static int read_unbuffered(FILE *f, char *to, int n) {
  setvbuf(f, NULL, _IONBF, 0);
  return fgets(to, n, f) != NULL;
}
void read_secret(FILE *f) {
  [[secret]] char k[32];
  read_line(f, k, sizeof k); // EXPECT: secret-hidden-copy
  use(k);
  explicit_bzero(k, sizeof k);
}
void read_secret_characters(void) {
  [[secret]] char k[32];
  read_characters(k, sizeof k); // EXPECT: secret-hidden-copy
  use(k);
  explicit_bzero(k, sizeof k);
}
void read_secret_unbuffered(FILE *f) {
  [[secret]] char k[32];
  read_unbuffered(f, k, sizeof k);
  use(k);
  explicit_bzero(k, sizeof k);
}
void read_public(FILE *f) {
  char k[32];
  read_line(f, k, sizeof k);
  read_characters(k, sizeof k);
  use(k);
}

// A stream whose buffer a callee takes away.
static void no_buffer(FILE *f) { setvbuf(f, NULL, _IONBF, 0); }
static FILE *open_secret(const char *path) {
  FILE *f = fopen(path, "r");
  if (f)
    setvbuf(f, NULL, _IONBF, 0);
  return f;
}
static FILE *open_or_die(const char *path) {
  FILE *f = open_secret(path);
  if (!f)
    abort();
  return f;
}
static FILE *open_buffered(const char *path) { return fopen(path, "r"); }
void read_from_callees(const char *path) {
  [[secret]] char k[32];
  FILE *f = open_secret(path);
  if (f) {
    fgets(k, sizeof k, f);
    fclose(f);
  }
  f = open_or_die(path);
  fgets(k, sizeof k, f);
  fclose(f);
  f = open_buffered(path);
  if (f) {
    fgets(k, sizeof k, f); // EXPECT: secret-hidden-copy
    no_buffer(f);
    fgets(k, sizeof k, f);
    fclose(f);
  }
  explicit_bzero(k, sizeof k);
}

// A tagged field makes the callee's own report.
struct key {
  int id;
  [[secret]] unsigned char k[32];
};
int remote_key(struct key);
static int pass_key(const struct key *k) {
  return remote_key(*k); // EXPECT: secret-hidden-copy
}
int fill_key(struct key *k);
void passes_key(void) {
  struct key k;
  fill_key(&k);
  pass_key(&k);
  explicit_bzero(&k, sizeof k);
}

static int pass_on(const struct plain *p) { return remote(*p); }
void passes(const struct plain *public, [[secret]] const unsigned char *key) {
  struct plain p;
  memcpy(p.b, key, sizeof p.b);
  pass_on(&p); // EXPECT: secret-hidden-copy
  explicit_bzero(&p, sizeof p);
  pass_on(public);
}

static void scratch(const unsigned char *p) {
  static unsigned char k[32];
  memcpy(k, p, sizeof k);
  use(k);
}
void scratches([[secret]] const unsigned char *key, const unsigned char *nonce) {
  scratch(nonce);
  scratch(key); // EXPECT: secret-hidden-copy
}
static void fill_from(unsigned char *to, const unsigned char *from) {
  memcpy(to, from, 32);
}
void scratch_by_callee([[secret]] const unsigned char *key) {
  static unsigned char k[32];
  fill_from(k, key); // EXPECT: secret-hidden-copy
  use(k);
}

static const char *text_of(const unsigned char *k) {
  static char text[3];
  text[0] = "0123456789abcdef"[k[0] >> 4];
  text[1] = "0123456789abcdef"[k[0] & 15];
  return text;
}
void prints_scratch([[secret]] const unsigned char *k) {
  puts(text_of(k)); // EXPECT: secret-hidden-copy, secret-exposure
}
void prints_public(const unsigned char *k) { puts(text_of(k)); }

static const char *token(void) { return getenv("TOKEN"); }
void from_environment(void) {
  [[secret]] const char *t = token(); // EXPECT: secret-hidden-copy
  use(t);
}
// The callee's own report stands.
static int read_tagged(FILE *f, [[secret]] char *to) {
  return fgets(to, 32, f) != NULL; // EXPECT: secret-hidden-copy
}
void call_is_silent(FILE *f) {
  char k[32];
  read_tagged(f, k);
  use(k);
  explicit_bzero(k, sizeof k);
}
