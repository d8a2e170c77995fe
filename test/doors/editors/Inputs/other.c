void fill([[secret]] unsigned char *key);
int other(void) {
  unsigned char key[32];
  fill(key);
  return 0;
}
