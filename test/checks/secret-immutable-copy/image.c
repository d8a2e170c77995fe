// A secret in the program's image.
// RUN: %expect %s -- -std=c99
#include "../../Inputs/mock.h"

int login(const char *user, SECRET const char *password);
char *g_strdup(const char *);

SECRET static const char *const token = "ghp_1234"; // EXPECT: secret-immutable-copy
SECRET static const char array[] = "hunter2"; // EXPECT: secret-immutable-copy
SECRET static const unsigned char key[4] = {1, 2, 3, 4}; // EXPECT: secret-immutable-copy
SECRET static const unsigned char no_key[4] = {0};
SECRET static unsigned char also_no_key[4];
SECRET static const char empty[] = "";
SECRET static const char *none;
static const char untagged[] = "hunter2";
static const unsigned char untagged_key[4] = {1, 2, 3, 4};
struct user {
  const char *name;
  SECRET char pass[16];
};

void local(void) {
  SECRET const char *p = "hunter2"; // EXPECT: secret-immutable-copy
  use(p);
}
void local_empty(void) {
  SECRET const char *p = "";
  use(p);
}
void assigned(int n) {
  SECRET const char *p = NULL;
  if (n)
    p = "hunter2"; // EXPECT: secret-immutable-copy
  use(p);
}
void passed(void) {
  login("root", "toor"); // EXPECT: secret-immutable-copy
}
void passed_empty(void) { login("root", ""); }
void on_another_line(void) {
  login("root",
        "toor"); // EXPECT: secret-immutable-copy
}
void chosen(int n) {
  SECRET const char *p = n ? "one" // EXPECT: secret-immutable-copy
                           : "";
  use(p);
}

struct login {
  const char *user;
  SECRET const char *password;
  SECRET unsigned char key[4];
};
static struct login fields = {
    "root",
    "toor",         // EXPECT: secret-immutable-copy
    {1, 2, 3, 4},   // EXPECT: secret-immutable-copy
};
static struct login empty_fields = {"root", NULL, {0}};
static struct login rows[] = {
    {"a", "", {0}},
    {.user = "b", .password = "toor"}, // EXPECT: secret-immutable-copy
};

SECRET const char *returned(int n) {
  if (n)
    return "";
  return "default"; // EXPECT: secret-immutable-copy
}
const char *returned_untagged(void) { return "default"; }
