// Models OAuth client code that holds tokens in heap blocks with several releases.
// CATEGORY: heap
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

int oauth_exchange(const char *code, char *tok, size_t n);
int oauth_call(const char *tok);
int oauth_store(char *owned);

int token_all_wiped(const char *code)
{
    [[secret]] char *tok = malloc(512);
    int rc;

    if (tok == NULL)
        return -1;
    rc = oauth_exchange(code, tok, 512);
    if (rc != 0) {
        explicit_bzero(tok, 512);
        free(tok);
        return rc;
    }
    rc = oauth_call(tok);
    explicit_bzero(tok, 512);
    free(tok);
    return rc;
}

int token_one_wiped(const char *code)
{
    [[secret]] char *tok = malloc(512);
    int rc;

    if (tok == NULL)
        return -1;
    rc = oauth_exchange(code, tok, 512);
    if (rc != 0) {
        free(tok); // EXPECT: secret-missing-zeroization
        return rc;
    }
    rc = oauth_call(tok);
    explicit_bzero(tok, 512);
    free(tok);
    return rc;
}

int token_none_wiped(const char *code)
{
    [[secret]] char *tok = malloc(512);
    int rc;

    if (tok == NULL)
        return -1;
    rc = oauth_exchange(code, tok, 512);
    if (rc != 0) {
        free(tok); // EXPECT: secret-missing-zeroization
        return rc;
    }
    rc = oauth_call(tok);
    free(tok); // EXPECT: secret-missing-zeroization
    return rc;
}

int token_before_arrival(const char *code)
{
    [[secret]] char *tok = malloc(512);
    int rc;

    if (tok == NULL)
        return -1;
    if (code[0] == 0) {
        free(tok);
        return -2;
    }
    rc = oauth_exchange(code, tok, 512);
    explicit_bzero(tok, 512);
    free(tok);
    return rc;
}

char *token_returned(const char *code)
{
    [[secret]] char *tok = malloc(512);

    if (tok != NULL && oauth_exchange(code, tok, 512) != 0) {
        explicit_bzero(tok, 512);
        free(tok);
        return NULL;
    }
    return tok;
}

int token_out_param(const char *code, char **out)
{
    [[secret]] char *tok = malloc(512);

    if (tok == NULL)
        return -1;
    oauth_exchange(code, tok, 512);
    *out = tok;
    return 0;
}

int token_copy_freed(const char *code, [[secret]] const char *given)
{
    char *dup = strdup(given);
    int rc;

    if (dup == NULL)
        return -1;
    rc = oauth_call(dup);
    free(dup); // EXPECT: secret-missing-zeroization
    return rc;
}

int token_leak([[secret]] const char *given)
{
    char *tok = malloc(512); // EXPECT: secret-missing-zeroization

    if (tok == NULL)
        return -1;
    strncpy(tok, given, 512);
    return strlen(tok) > 20 ? 0 : -1;
}

int token_leak_or_adopted(const char *code)
{
    [[secret]] char *tok = malloc(512); // ALLOW: secret-missing-zeroization

    if (tok == NULL)
        return -1;
    return oauth_exchange(code, tok, 512);
}

int token_reassigned(const char *code, const char *code2)
{
    [[secret]] char *tok = malloc(512);
    int rc;

    if (tok == NULL)
        return -1;
    rc = read(0, tok, 512) > 0 && strcmp(tok, code) == 0;
    tok = malloc(256); // EXPECT: secret-missing-zeroization
    if (tok == NULL)
        return rc;
    rc |= oauth_exchange(code2, tok, 256);
    explicit_bzero(tok, 256);
    free(tok);
    return rc;
}
