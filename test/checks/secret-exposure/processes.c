// Environment and command lines of other processes, and logs.
// RUN: %expect %s -- -std=gnu2x
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>
#include <unistd.h>

[[secret]] extern char pw[32];
extern char name[32];

void environment(void) {
  setenv("PW", pw, 1); // EXPECT: secret-exposure
  setenv("NAME", name, 1);
  unsetenv("PW");
}
void whole_entry(void) {
  static char entry[64];
  snprintf(entry, sizeof entry, "PW=%s", pw); // EXPECT: secret-hidden-copy
  putenv(entry);                              // EXPECT: secret-exposure
}
void shell(void) {
  char command[64];
  snprintf(command, sizeof command, "login %s", name);
  system(command);
  snprintf(command, sizeof command, "login %s", pw);
  system(command);                            // EXPECT: secret-exposure
  FILE *p = popen(command, "r");              // EXPECT: secret-exposure
  if (p)
    pclose(p);
  explicit_bzero(command, sizeof command);
}
void list(void) {
  execl("/bin/login", "login", name, (char *)0);
  execl("/bin/login", "login", pw, (char *)0); // EXPECT: secret-exposure
}
void vector(void) {
  char *public[] = {"login", name, 0};
  execv("/bin/login", public);
  char *argv[] = {"login", "-p", pw, 0};
  execv("/bin/login", argv); // EXPECT: secret-exposure
}
void vector_of_environment(char **argv) {
  char entry[64];
  snprintf(entry, sizeof entry, "PW=%s", pw);
  char *env[2];
  env[0] = entry;
  env[1] = 0;
  execve("/bin/login", argv, env); // EXPECT: secret-exposure
  explicit_bzero(entry, sizeof entry);
}
void logs(void) {
  syslog(LOG_INFO, "%s", name);
  syslog(LOG_INFO, "%s", pw); // EXPECT: secret-exposure
}
