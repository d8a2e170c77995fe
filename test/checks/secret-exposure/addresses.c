// Printing where a secret is does not print it.
// RUN: %expect %s -- -std=gnu2x
#include <stdio.h>
#include <syslog.h>

struct item {
  char name[16];
  [[secret]] char value[16];
};

void address(const struct item *it) {
  printf("%p\n", (void *)it);
  printf("%s at %p\n", it->name, (const void *)it->value);
  syslog(LOG_DEBUG, "%p", (const void *)it->value);
}
void address_and_value(const struct item *it) {
  printf("%p %s\n", (const void *)it, it->value); // EXPECT: secret-exposure
}
void address_as_text(const struct item *it) {
  char line[32];
  snprintf(line, sizeof line, "%p", (const void *)it->value);
  puts(line);
}
