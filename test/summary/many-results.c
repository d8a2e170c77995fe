// Where there are too many ways out to tell all of them apart, those that are
// joined return any of their results.

// RUN: not %secret-audit --quiet %s -- > %t.out
// RUN: %FileCheck %s --input-file %t.out

int parse(int Kind, int *Out) {
  switch (Kind) {
  case 1: *Out = 1; return 0;
  case 2: *Out = 2; return -2;
  case 3: *Out = 3; return -3;
  case 4: *Out = 4; return -4;
  case 5: *Out = 5; return -5;
  case 6: *Out = 6; return -6;
  case 7: *Out = 7; return -7;
  default: *Out = 8; return -8;
  }
}

int parseLast(int Kind, int *Out) {
  switch (Kind) {
  case 1: *Out = 1; return -1;
  case 2: *Out = 2; return -2;
  case 3: *Out = 3; return -3;
  case 4: *Out = 4; return -4;
  case 5: *Out = 5; return -5;
  case 6: *Out = 6; return -6;
  case 7: *Out = 7; return -7;
  default: *Out = 8; return 0;
  }
}

void fill(__attribute__((annotate("secret"))) unsigned char *Key);
void explicit_bzero(void *P, __SIZE_TYPE__ N);

// CHECK: many-results.c:[[#@LINE+4]]:{{.*}}'Key'
int leaves(int Kind) {
  int Out;
  int Error;
  unsigned char Key[16];
  if ((Error = parse(Kind, &Out)) != 0)
    return Error;
  fill(Key);
  return 0;
}

// CHECK: many-results.c:[[#@LINE+4]]:{{.*}}'Key'
int leavesToo(int Kind) {
  int Out;
  int Error;
  unsigned char Key[16];
  if ((Error = parseLast(Kind, &Out)) != 0)
    return Error;
  fill(Key);
  return 0;
}

// CHECK-NOT: warning:
int wipes(int Kind) {
  int Out;
  int Error;
  unsigned char Key[16];
  if ((Error = parse(Kind, &Out)) != 0)
    return Error;
  fill(Key);
  explicit_bzero(Key, sizeof Key);
  return 0;
}

int neverFills(int Kind) {
  int Out;
  unsigned char Key[16];
  if (parse(Kind, &Out) == 7) // none of its results
    fill(Key);
  return 0;
}
