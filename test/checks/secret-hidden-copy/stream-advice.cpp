// What helps a FILE does not help a stream of C++.
// RUN: %clang-tidy --quiet --checks='-*,secret-hidden-copy' --config={} %s -- -std=c++17 \
// RUN:   | %FileCheck %s --implicit-check-not=warning:
#include "../../Inputs/mock_std.h"
#include <stdio.h>

void stream(std::ifstream &in, SECRET char (&key)[32]) {
  in.read(key, 32);
}
// CHECK: [[#@LINE-2]]:{{[0-9]+}}: warning: 'std::basic_istream::read' leaves a copy of the secret in the stream's buffer; read it from a file descriptor instead [secret-hidden-copy]

void file(FILE *in, SECRET char (&key)[32]) {
  fread(key, 1, 32, in);
}
// CHECK: [[#@LINE-2]]:{{[0-9]+}}: warning: 'fread' leaves a copy of the secret in the stream's buffer; use read, or call setvbuf with _IONBF first [secret-hidden-copy]
