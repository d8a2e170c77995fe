// Models a form library whose buffers are called password but hold nothing tagged.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

struct form { char username[32]; char password[32]; char secret_question[64]; };
int form_read(struct form *f);
int submit(const char *u, const char *p);

int form_run(void)
{
    struct form f;
    char password_copy[32];

    if (form_read(&f) != 0)
        return -1;
    strcpy(password_copy, f.password);
    printf("user %s, question %s\n", f.username, f.secret_question);
    return submit(f.username, password_copy);
}

int form_default(void)
{
    const char *secret = "none";
    char key[16] = "primary";
    char token[8];

    snprintf(token, sizeof token, "%s", key);
    return submit(secret, token);
}

char *form_label(const char *password_hint)
{
    char *label = malloc(strlen(password_hint) + 8);

    if (!label)
        return NULL;
    sprintf(label, "Hint: %s", password_hint);
    return label;
}

void form_reset(struct form *f)
{
    memset(f->password, 0, 8);
    f->secret_question[0] = 0;
}

int form_grow(char **passwords, size_t n)
{
    char *p = realloc(*passwords, n * 32);

    if (!p)
        return -1;
    *passwords = p;
    return 0;
}

int form_token_env(void)
{
    const char *token = getenv("FORM_LOCALE");

    return token ? setenv("LC_ALL", token, 1) : 0;
}
