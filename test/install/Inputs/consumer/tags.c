#include <secret-tidy/secret.h>

void tags(SECRET unsigned char *key);
void tags(SECRET unsigned char *key) { key[0] = 1; }
