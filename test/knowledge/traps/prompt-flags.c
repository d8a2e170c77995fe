// RUN: %expect %s

// OpenSSH asks for more than passphrases with read_passphrase: its flags say so.
char *read_passphrase(const char *prompt, int flags);
void free(void *p);
int strcmp(const char *a, const char *b);

enum { RP_ECHO = 1, RP_ALLOW_STDIN = 2, RP_ALLOW_EOF = 4, RP_USE_ASKPASS = 8 };
enum { RP_ASK_PERMISSION = 0x8000 };

int passphrase(void) {
  char *p = read_passphrase("Passphrase: ", 0);
  int same = p && strcmp(p, "x") == 0;
  free(p); // EXPECT: secret-missing-zeroization
  return same;
}

int passphrase_from_a_pipe(void) {
  char *p = read_passphrase("Passphrase: ", RP_ALLOW_STDIN);
  int same = p && strcmp(p, "x") == 0;
  free(p); // EXPECT: secret-missing-zeroization
  return same;
}

int command(void) {
  char *p = read_passphrase("ssh> ", RP_ECHO);
  int same = p && strcmp(p, "quit") == 0;
  free(p);
  return same;
}

int permission(void) {
  char *p = read_passphrase("Allow? ",
                            RP_USE_ASKPASS | RP_ALLOW_EOF | RP_ASK_PERMISSION);
  int same = p && strcmp(p, "yes") == 0;
  free(p);
  return same;
}
