// The message names the secret and the output; the notes tell the story.
// RUN: %clang-tidy --quiet --checks='-*,secret-exposure' --config={} %s -- -std=gnu2x \
// RUN:   | %FileCheck %s --implicit-check-not=warning: --implicit-check-not=note:
#include <stdio.h>
#include <stdlib.h>
#include <syslog.h>

void print([[secret]] const char *pw) {
  puts(pw);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: 'puts' writes '*pw', which holds a secret, to a standard stream [secret-exposure]
// CHECK: notes.c:[[#@LINE-4]]:{{[0-9]+}}: note: 'pw' is tagged secret

void number([[secret]] const char *pw) {
  int code = pw[0] * 256 + pw[1];
  printf("%d", code);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: 'printf' writes a secret to a standard stream
// CHECK: notes.c:[[#@LINE-5]]:{{[0-9]+}}: note: 'pw' is tagged secret

void start([[secret]] const char *pw) {
  system(pw);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: 'system' writes '*pw', which holds a secret, to a command line; the command line can be read by every user of the machine
// CHECK: notes.c:[[#@LINE-4]]:{{[0-9]+}}: note: 'pw' is tagged secret

static void note(const char *text) { syslog(LOG_INFO, "%s", text); }
void in_a_callee([[secret]] const char *pw) {
  note(pw);
}
// CHECK: notes.c:[[#@LINE-2]]:3: warning: 'note' is given a secret, and 'syslog' exposes it
// CHECK: notes.c:[[#@LINE-4]]:{{[0-9]+}}: note: 'pw' is tagged secret
// CHECK: notes.c:[[#@LINE-6]]:38: note: in 'note', here
