// The buffer of a stream keeps what was read, unless there is none.
// RUN: %expect %s -- -std=gnu2x
#include <stdio.h>
#include <string.h>

void use(const void *);

void line(FILE *f) {
  [[secret]] char k[64];
  if (fgets(k, sizeof k, f)) // EXPECT: secret-hidden-copy
    use(k);
  explicit_bzero(k, sizeof k);
}
// Twin: no buffer.
void line_unbuffered(FILE *f) {
  [[secret]] char k[64];
  setvbuf(f, NULL, _IONBF, 0);
  if (fgets(k, sizeof k, f))
    use(k);
  explicit_bzero(k, sizeof k);
}
// On one of two paths only.
void line_sometimes(FILE *f, int quick) {
  [[secret]] char k[64];
  if (!quick)
    setvbuf(f, NULL, _IONBF, 0);
  if (fgets(k, sizeof k, f)) // EXPECT: secret-hidden-copy
    use(k);
  explicit_bzero(k, sizeof k);
}
// Another stream, and another kind of buffer.
void line_other(FILE *f, FILE *g) {
  [[secret]] char k[64];
  setvbuf(g, NULL, _IONBF, 0);
  setvbuf(f, NULL, _IOLBF, 0);
  if (fgets(k, sizeof k, f)) // EXPECT: secret-hidden-copy
    use(k);
  explicit_bzero(k, sizeof k);
}
// Opened anew, it has a buffer again.
void line_reopened(const char *a, const char *b) {
  [[secret]] char k[64];
  FILE *f = fopen(a, "r");
  if (!f)
    return;
  setvbuf(f, NULL, _IONBF, 0);
  fclose(f);
  f = fopen(b, "r");
  if (!f)
    return;
  if (fgets(k, sizeof k, f)) // EXPECT: secret-hidden-copy
    use(k);
  explicit_bzero(k, sizeof k);
  fclose(f);
}
void block(FILE *f) {
  [[secret]] unsigned char k[32];
  fread(k, 1, sizeof k, f); // EXPECT: secret-hidden-copy
  explicit_bzero(k, sizeof k);
}
void formatted(FILE *f) {
  [[secret]] char k[32];
  int n;
  if (fscanf(f, "%d %31s", &n, k) == 2) // EXPECT: secret-hidden-copy
    use(k);
  explicit_bzero(k, sizeof k);
}
void standard_input(void) {
  [[secret]] char k[32];
  if (scanf("%31s", k) == 1) // EXPECT: secret-hidden-copy
    use(k);
  explicit_bzero(k, sizeof k);
}
void standard_input_unbuffered(void) {
  [[secret]] char k[32];
  setvbuf(stdin, NULL, _IONBF, 0);
  if (scanf("%31s", k) == 1)
    use(k);
  explicit_bzero(k, sizeof k);
}
void characters(FILE *f) {
  [[secret]] char k[32];
  size_t n = 0;
  int c;
  while (n < sizeof k && (c = fgetc(f)) != EOF) // EXPECT: secret-hidden-copy
    k[n++] = (char)c;
  use(k);
  explicit_bzero(k, sizeof k);
}
// Twins: what is read is no secret.
void public_characters(FILE *f) {
  char k[32];
  size_t n = 0;
  int c;
  while (n < sizeof k && (c = fgetc(f)) != EOF)
    k[n++] = (char)c;
  use(k);
}
void public_line(FILE *f) {
  char text[64];
  [[secret]] char k[64];
  use(k);
  if (fgets(text, sizeof text, f))
    use(text);
  explicit_bzero(k, sizeof k);
}
void skipped_character(FILE *f) {
  [[secret]] char k[64];
  use(k);
  fgetc(f);
  explicit_bzero(k, sizeof k);
}
