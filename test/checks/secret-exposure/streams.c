// Secrets on standard streams.
// RUN: %expect %s -- -std=gnu2x
#include <stdio.h>
#include <string.h>

[[secret]] extern char pw[32];
extern char name[32];

void printing(void) {
  printf("%s\n", pw);          // EXPECT: secret-exposure
  printf("%s\n", name);
  puts(pw);                    // EXPECT: secret-exposure
  puts(name);
  putchar(pw[0]);              // EXPECT: secret-exposure
  putchar(name[0]);
  perror(pw);                  // EXPECT: secret-exposure
  perror(name);
}
void to_a_stream(void) {
  fprintf(stdout, "%s\n", pw); // EXPECT: secret-exposure
  fprintf(stderr, "%s\n", pw); // EXPECT: secret-exposure
  fputs(pw, stderr);           // EXPECT: secret-exposure
  fputc(pw[1], stdout);        // EXPECT: secret-exposure
  fwrite(pw, 1, 32, stdout);   // EXPECT: secret-exposure
  fwrite(name, 1, 32, stdout);
}
void to_a_descriptor(int fd) {
  dprintf(2, "%s\n", pw);      // EXPECT: secret-exposure
  dprintf(2, "%s\n", name);
  dprintf(fd, "%s\n", pw);
}
void to_a_variable(int verbose, FILE *log) {
  FILE *to = verbose ? stderr : log;
  fprintf(to, "%s\n", pw);     // EXPECT: secret-exposure
  to = log;
  fprintf(to, "%s\n", pw);
}
// Two secrets in one call are one fault.
void both(void) {
  printf("%s %c\n", pw, pw[3]); // EXPECT: secret-exposure
}
// What is computed from a secret, and what is not.
void computed(void) {
  char line[64];
  unsigned code = pw[0] * 256u + pw[1];
  printf("%u\n", code);         // EXPECT: secret-exposure
  snprintf(line, sizeof line, "pw=%s", pw);
  puts(line);                   // EXPECT: secret-exposure
  explicit_bzero(line, sizeof line);
  puts(line);
  printf("%zu\n", strlen(pw));
  printf("%d\n", strcmp(pw, name) == 0);
  printf("%s\n", pw[0] ? "set" : "not set");
}
