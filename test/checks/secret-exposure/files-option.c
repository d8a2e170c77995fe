// With the option ReportFiles, files, pipes and sockets count too.
// RUN: %expect %s --config='{CheckOptions: {secret.ReportFiles: true}}' -- -std=gnu2x
// RUN: %expect %s --config='{CheckOptions: {secret-exposure.ReportFiles: true}}' -- -std=gnu2x
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

[[secret]] extern char pw[32];
extern char name[32];
void encrypt(const char *from, [[clang::annotate("public")]] char *to);

void files(FILE *f, int fd) {
  fprintf(f, "%s", pw);        // EXPECT: secret-exposure
  fprintf(f, "%s", name);
  fputs(pw, f);                // EXPECT: secret-exposure
  fwrite(pw, 1, sizeof pw, f); // EXPECT: secret-exposure
  write(fd, pw, sizeof pw);    // EXPECT: secret-exposure
  send(fd, pw, sizeof pw, 0);  // EXPECT: secret-exposure
  write(fd, name, sizeof name);
}
// One report where the stream is a standard one.
void standard(void) {
  fputs(pw, stdout); // EXPECT: secret-exposure
}
// Twin: encrypted.
void encrypted(int fd) {
  char sealed[64];
  encrypt(pw, sealed);
  write(fd, sealed, sizeof sealed);
}
static void save(FILE *f, const char *text) { fputs(text, f); }
void by_callee(FILE *f) {
  save(f, pw); // EXPECT: secret-exposure
  save(f, name);
}
