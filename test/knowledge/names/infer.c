// What is called like a secret is one where nobody has tagged it, if the option
// is on; each finding says so. Public keys, hashes, lengths, names and files of
// secrets are none.
// RUN: %expect %s --config="{CheckOptions: {secret.InferFromNames: true}}"
// RUN: %clang-tidy --checks='-*,secret-*' %s -- -std=c2x 2>&1 | %FileCheck %s --check-prefix=OFF --allow-empty
// RUN: %clang-tidy --checks='-*,secret-*' --config="{CheckOptions: {secret.InferFromNames: true}}" %s -- -std=c2x | %FileCheck %s
// OFF-NOT: secret-
#include <string.h>

int ask(char *p, unsigned long n);
int use(const char *p);

int local(void) {
  // CHECK: infer.c:[[@LINE+2]]:8: warning: 'userPassword' holds a secret, {{.*}}; that it is a secret is inferred from the name [secret-missing-zeroization]
  // CHECK: infer.c:[[@LINE+1]]:8: note: 'userPassword' is taken for a secret, inferred from the name
  char userPassword[32]; // EXPECT: secret-missing-zeroization
  ask(userPassword, sizeof userPassword);
  return use(userPassword);
}

int elidable(void) {
  char private_key[32];
  ask(private_key, sizeof private_key);
  int rc = use(private_key);
  memset(private_key, 0, sizeof private_key); // EXPECT: secret-elidable-zeroization
  return rc;
}

struct login {
  char name[16];
  char passphrase[32];
};

int field(void) {
  struct login l; // EXPECT: secret-missing-zeroization
  ask(l.passphrase, sizeof l.passphrase);
  return use(l.passphrase);
}

// CHECK: note: field 'passphrase' of 'l' is taken for a secret, inferred from the name

int parameter(const char *seed) {
  char copy[32]; // EXPECT: secret-missing-zeroization
  memcpy(copy, seed, sizeof copy);
  return use(copy);
}

int no_secrets(void) {
  char public_key[32], password_hash[32], password_file[32], key_id[32];
  char token[32], passwordPrompt[32], compass[32], tokens_passed[32];
  ask(public_key, 32);
  ask(password_hash, 32);
  ask(password_file, 32);
  ask(key_id, 32);
  ask(token, 32);
  ask(passwordPrompt, 32);
  ask(compass, 32);
  ask(tokens_passed, 32);
  return use(public_key);
}

unsigned no_bytes(unsigned password_length, int secret, _Bool has_password) {
  return password_length + (unsigned)secret + has_password;
}

// A tag wins over the name.
int public_by_tag(void) {
  __attribute__((annotate("public"))) char secret[32];
  ask(secret, sizeof secret);
  return use(secret);
}
