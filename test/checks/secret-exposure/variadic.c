// What a wrapper of printf prints is among its variable arguments.
// RUN: %expect %s -- -std=gnu2x
// RUN: %expect %s -- -std=gnu17 -Wno-c2x-extensions -Wno-c23-extensions
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <syslog.h>

struct item {
  char name[16];
  __attribute__((secret)) char value[16];
};

static void vnote(const char *format, va_list ap) { vsyslog(LOG_INFO, format, ap); }
static void note(const char *format, ...) {
  va_list ap;
  va_start(ap, format);
  vnote(format, ap);
  va_end(ap);
}
static void die(const char *format, ...) {
  va_list ap, again;
  va_start(ap, format);
  va_copy(again, ap);
  vfprintf(stderr, format, again);
  va_end(again);
  va_end(ap);
}
static void save(FILE *f, const char *format, ...) {
  va_list ap;
  va_start(ap, format);
  vfprintf(f, format, ap);
  va_end(ap);
}
static int count(const char *format, ...) {
  va_list ap;
  int n = 0;
  va_start(ap, format);
  while (format[n] && va_arg(ap, char *))
    ++n;
  va_end(ap);
  return n;
}

void callers(const struct item *it, FILE *f) {
  note("%s", it->name);
  note("%s %s", it->name, it->value); // EXPECT: secret-exposure
  die("bad item %s", it->name);
  die("bad value %s", it->value); // EXPECT: secret-exposure
  die("first %d", it->value[0]);  // EXPECT: secret-exposure
  die("%s at %p", it->name, (const void *)it->value);
  die("%zu", strlen(it->value));
  save(f, "%s=%s\n", it->name, it->value);
  save(stdout, "%s=%s\n", it->name, it->value); // EXPECT: secret-exposure
  save(stdout, "%s\n", it->name);
  count("%s%s", it->name, it->value);
}

// The copy that a wrapper of vsnprintf makes is a copy.
static void format(char *to, size_t n, const char *text, ...) {
  va_list ap;
  va_start(ap, text);
  vsnprintf(to, n, text, ap);
  va_end(ap);
}
void copies(const struct item *it) {
  char line[64]; // EXPECT: secret-missing-zeroization
  char other[64];
  format(line, sizeof line, "%s", it->value);
  format(other, sizeof other, "%s", it->name);
  puts(line); // EXPECT: secret-exposure
  puts(other);
}
// So is a number that was copied byte by byte.
void number(const struct item *it) {
  unsigned code;
  memcpy(&code, it->value, sizeof code);
  printf("%u\n", code); // EXPECT: secret-exposure
  fwrite(&code, sizeof code, 1, stdout); // EXPECT: secret-exposure
  code = 0;
  fwrite(&code, sizeof code, 1, stdout);
}
