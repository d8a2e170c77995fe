// Without the option ReportFiles, files are not looked at.
// RUN: %expect %s -- -std=gnu2x
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

[[secret]] extern char pw[32];

void files(FILE *f, int fd) {
  fprintf(f, "%s", pw);
  fputs(pw, f);
  fwrite(pw, 1, sizeof pw, f);
  write(fd, pw, sizeof pw);
  send(fd, pw, sizeof pw, 0);
}
