// What a visible callee prints is reported at the outermost call where it is
// known to be a secret.
// RUN: %expect %s -- -std=gnu2x
#include <stdio.h>
#include <syslog.h>

static void dump(const char *name, const unsigned char *p, int n) {
  printf("%s:", name);
  for (int i = 0; i < n; ++i)
    printf(" %02x", p[i]);
  printf("\n");
}
static void dump_deep(const unsigned char *p) { dump("deep", p, 32); }
static void note(const char *text) { syslog(LOG_INFO, "%s", text); }
static void tagged([[secret]] const unsigned char *k) {
  printf("%02x\n", k[0]); // EXPECT: secret-exposure
}
static void length([[secret]] const char *k) { printf("%p\n", (void *)k); }
static void write_to(FILE *f, const char *text) { fputs(text, f); }
static void write_deep(FILE *f, const char *text) { write_to(f, text); }

void callers([[secret]] const unsigned char *key, const unsigned char *nonce) {
  dump("key", key, 32); // EXPECT: secret-exposure
  dump("nonce", nonce, 32);
  dump_deep(key);       // EXPECT: secret-exposure
  dump_deep(nonce);
  note((const char *)key); // EXPECT: secret-exposure
  note("done");
  tagged(key);
  length((const char *)key);
}
// The stream decides.
void streams([[secret]] const char *pw, FILE *f) {
  write_to(stderr, pw); // EXPECT: secret-exposure
  write_to(f, pw);
  write_deep(stdout, pw); // EXPECT: secret-exposure
  write_deep(f, pw);
  write_deep(stdout, "done");
}
